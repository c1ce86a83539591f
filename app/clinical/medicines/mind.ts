/** Medicines for mood, psychosis and dependence. */
import { byClass, type Ingredient, named } from './ingredient.ts'

export const MIND: readonly Ingredient[] = [
  ...named(['antidepressant', 'enzyme-inhibiting-antidepressant'], ['AND'], {
    fluoxetine: { brands: ['Prozac', 'Sarafem'], otherNames: ['norfluoxetine'] },
    fluvoxamine: ['Luvox'],
  }),
  ...byClass(['antidepressant'], {
    // SSRIs, SNRIs
    citalopram: ['Celexa'],
    desvenlafaxine: ['Pristiq', 'Khedezla'],
    duloxetine: ['Cymbalta', 'Drizalma'],
    escitalopram: ['Lexapro'],
    levomilnacipran: ['Fetzima'],
    milnacipran: ['Savella'],
    paroxetine: ['Paxil', 'Pexeva', 'Brisdelle'],
    sertraline: ['Zoloft'],
    venlafaxine: ['Effexor'],
    // Others
    bupropion: ['Wellbutrin', 'Zyban', 'Aplenzin', 'Forfivo'],
    gepirone: ['Exxua'],
    mirtazapine: ['Remeron'],
    trazodone: ['Desyrel', 'Oleptro'],
    vilazodone: ['Viibryd'],
    vortioxetine: ['Trintellix', 'Brintellix'],
    zuranolone: ['Zurzuvae'],
    // Tricyclics
    amitriptyline: ['Elavil'],
    amoxapine: ['Asendin'],
    clomipramine: ['Anafranil'],
    desipramine: ['Norpramin'],
    doxepin: ['Sinequan', 'Silenor'],
    imipramine: ['Tofranil'],
    maprotiline: ['Ludiomil'],
    nortriptyline: ['Pamelor'],
    protriptyline: ['Vivactil'],
    trimipramine: ['Surmontil'],
  }),

  ...named(['lamotrigine'], ['VER', 'AND'], { lamotrigine: ['Lamictal', 'Subvenite'] }),
  ...named(['lithium'], ['VER'], { lithium: ['Lithobid', 'Eskalith'] }),
  ...named(['naltrexone'], ['WILL', 'M'], {
    naltrexone: {
      brands: ['Vivitrol', 'ReVia', 'Depade'],
      otherNames: ['LDN', 'low-dose naltrexone'],
    },
  }),

  ...named(['antipsychotic'], ['VER'], {
    clozapine: ['Clozaril', 'FazaClo', 'Versacloz'],
    haloperidol: ['Haldol'],
    olanzapine: ['Zyprexa'],
    risperidone: ['Risperdal', 'Perseris', 'Uzedy'],
  }),
  ...byClass(['antipsychotic'], {
    aripiprazole: ['Abilify', 'Aristada'],
    asenapine: ['Saphris', 'Secuado'],
    brexpiprazole: ['Rexulti'],
    cariprazine: ['Vraylar'],
    chlorpromazine: ['Thorazine'],
    fluphenazine: ['Prolixin'],
    iloperidone: ['Fanapt'],
    loxapine: ['Loxitane', 'Adasuve'],
    lumateperone: ['Caplyta'],
    lurasidone: ['Latuda'],
    molindone: ['Moban'],
    paliperidone: ['Invega'],
    perphenazine: ['Trilafon'],
    pimavanserin: ['Nuplazid'],
    pimozide: ['Orap'],
    prochlorperazine: ['Compazine'],
    quetiapine: ['Seroquel'],
    thioridazine: ['Mellaril'],
    thiothixene: ['Navane'],
    trifluoperazine: ['Stelazine'],
    ziprasidone: ['Geodon'],
  }),
]
