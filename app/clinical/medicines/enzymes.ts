/** What changes how much of a swallowed dose arrives. */
import { byClass, type Ingredient, named } from './ingredient.ts'

export const ENZYMES: readonly Ingredient[] = [
  ...named(['cyp3a4-inhibitor-clarithromycin'], ['HAG'], { clarithromycin: ['Biaxin'] }),
  ...named(['grapefruit'], ['PEL12', 'M'], { grapefruit: { otherNames: ['grapefruit juice'] } }),
  ...named(['cyp3a4-inhibitor-other'], ['PEL11'], { itraconazole: ['Sporanox', 'Onmel', 'Tolsura'] }),
  ...named(['cyp3a4-inhibitor-other'], [], {
    cobicistat: ['Tybost'],
    ketoconazole: ['Nizoral'],
    nefazodone: { brands: ['Serzone'], classes: ['cyp3a4-inhibitor-other', 'antidepressant'] },
    posaconazole: ['Noxafil'],
    ritonavir: ['Norvir'],
  }),
  ...byClass(['cyp3a4-inhibitor-other'], {
    aprepitant: ['Emend'],
    atazanavir: ['Reyataz'],
    darunavir: ['Prezista'],
    dronedarone: ['Multaq'],
    erythromycin: ['Ery-Tab', 'EryPed', 'Erythrocin'],
    fluconazole: ['Diflucan'],
    fosamprenavir: ['Lexiva'],
    indinavir: ['Crixivan'],
    isavuconazonium: ['Cresemba'],
    lopinavir: [],
    nelfinavir: ['Viracept'],
    nirmatrelvir: [],
    saquinavir: ['Invirase'],
    telithromycin: ['Ketek'],
    voriconazole: ['Vfend'],
  }),

  ...named(['cyp2b6-inhibitor'], ['PEL11'], { ticlopidine: ['Ticlid'] }),
  ...named(['cyp2b6-inhibitor'], ['M'], { clopidogrel: ['Plavix'] }),

  ...named(['enzyme-inducer'], ['RIF'], {
    rifampin: { brands: ['Rifadin', 'Rimactane'], otherNames: ['rifampicin'] },
  }),
  ...named(['enzyme-inducer'], ['SJW'], {
    'St. John’s wort': { otherNames: ['Saint John’s wort', 'hypericum', 'hypericum perforatum', 'SJW'] },
  }),
  ...named(['enzyme-inducer'], [], {
    carbamazepine: ['Tegretol', 'Carbatrol', 'Equetro', 'Epitol'],
    phenytoin: ['Dilantin', 'Phenytek'],
  }),
  ...byClass(['enzyme-inducer'], {
    apalutamide: ['Erleada'],
    bosentan: ['Tracleer'],
    cenobamate: ['Xcopri'],
    efavirenz: ['Sustiva'],
    enzalutamide: ['Xtandi'],
    eslicarbazepine: ['Aptiom'],
    etravirine: ['Intelence'],
    fosphenytoin: ['Cerebyx', 'Sesquient'],
    mitotane: ['Lysodren'],
    nevirapine: ['Viramune'],
    oxcarbazepine: ['Trileptal', 'Oxtellar'],
    rifabutin: ['Mycobutin'],
    rifapentine: ['Priftin'],
  }),
]
