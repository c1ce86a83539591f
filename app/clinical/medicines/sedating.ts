/** Medicines that make sleepy or slow breathing: the interactions of docs/clinical/medicines.md, by ingredient. */
import { byClass, type Ingredient, named } from './ingredient.ts'

export const SEDATING: readonly Ingredient[] = [
  ...byClass(['benzodiazepine'], {
    alprazolam: ['Xanax', 'Niravam'],
    chlordiazepoxide: ['Librium'],
    clobazam: ['Onfi', 'Sympazan'],
    clonazepam: ['Klonopin'],
    clorazepate: ['Tranxene'],
    diazepam: ['Valium', 'Diastat', 'Valtoco'],
    estazolam: ['ProSom'],
    flurazepam: ['Dalmane'],
    lorazepam: ['Ativan', 'Loreev'],
    midazolam: ['Versed', 'Nayzilam'],
    oxazepam: ['Serax'],
    quazepam: ['Doral'],
    temazepam: ['Restoril'],
    triazolam: ['Halcion'],
  }),

  ...byClass(['opioid-full-agonist'], {
    benzhydrocodone: [],
    butorphanol: ['Stadol'],
    codeine: [],
    dihydrocodeine: [],
    fentanyl: ['Duragesic', 'Actiq', 'Fentora', 'Subsys'],
    heroin: { otherNames: ['diamorphine'] },
    hydrocodone: ['Hysingla', 'Zohydro'],
    hydromorphone: ['Dilaudid', 'Exalgo'],
    kratom: { otherNames: ['mitragynine'] },
    levorphanol: [],
    meperidine: ['Demerol'],
    morphine: ['MS Contin', 'Kadian', 'Avinza'],
    nalbuphine: ['Nubain'],
    opium: [],
    oxycodone: ['OxyContin', 'Roxicodone', 'Xtampza', 'Oxaydo', 'RoxyBond'],
    oxymorphone: ['Opana'],
    pentazocine: ['Talwin'],
    tapentadol: ['Nucynta'],
  }),

  ...named(['buprenorphine-or-methadone'], ['M'], {
    buprenorphine: ['Subutex', 'Butrans', 'Belbuca', 'Sublocade', 'Brixadi', 'Buprenex'],
    methadone: ['Dolophine', 'Methadose'],
  }),

  ...named(['sedative'], [], {
    pregabalin: ['Lyrica'],
  }),

  ...byClass(['sedative'], {
    // Z-drugs and other medicines for sleep
    zolpidem: ['Ambien', 'Edluar', 'Intermezzo', 'Zolpimist'],
    eszopiclone: ['Lunesta'],
    zaleplon: ['Sonata'],
    suvorexant: ['Belsomra'],
    lemborexant: ['Dayvigo'],
    daridorexant: ['Quviviq'],
    ramelteon: ['Rozerem'],
    melatonin: [],
    valerian: { otherNames: ['valerian root'] },
    kava: { otherNames: ['kava kava'] },
    'chloral hydrate': [],
    meprobamate: ['Miltown'],
    // Gabapentinoids
    gabapentin: ['Neurontin', 'Gralise', 'Horizant'],
    // Muscle relaxants
    baclofen: ['Lioresal', 'Ozobax', 'Lyvispah', 'Gablofen'],
    carisoprodol: ['Soma'],
    chlorzoxazone: ['Parafon Forte', 'Lorzone'],
    cyclobenzaprine: ['Flexeril', 'Amrix', 'Fexmid'],
    dantrolene: ['Dantrium'],
    metaxalone: ['Skelaxin'],
    methocarbamol: ['Robaxin'],
    orphenadrine: ['Norflex'],
    tizanidine: { brands: ['Zanaflex'], classes: ['sedative', 'alpha-blocker-or-agonist'] },
    // Sedating antihistamines
    brompheniramine: [],
    carbinoxamine: ['Karbinal'],
    chlorpheniramine: ['Chlor-Trimeton', 'Aller-Chlor'],
    clemastine: ['Tavist'],
    cyproheptadine: ['Periactin'],
    dexchlorpheniramine: [],
    dimenhydrinate: ['Dramamine'],
    diphenhydramine: ['Benadryl', 'ZzzQuil', 'Sominex', 'Nytol', 'Banophen', 'Unisom SleepGels'],
    doxylamine: ['Unisom SleepTabs'],
    hydroxyzine: ['Vistaril', 'Atarax'],
    meclizine: ['Antivert', 'Bonine'],
    promethazine: ['Phenergan'],
    triprolidine: [],
  }),

  ...named(['barbiturate-or-ghb'], [], {
    'sodium oxybate': {
      brands: ['Xyrem', 'Lumryz', 'Xywav'],
      otherNames: ['GHB', 'gamma hydroxybutyrate', 'mixed oxybates', 'oxybates'],
    },
  }),

  ...byClass(['barbiturate-or-ghb'], {
    butabarbital: ['Butisol'],
    butalbital: [],
    pentobarbital: ['Nembutal'],
    secobarbital: ['Seconal'],
    phenobarbital: { brands: ['Luminal', 'Sezaby'], classes: ['barbiturate-or-ghb', 'enzyme-inducer'] },
    primidone: { brands: ['Mysoline'], classes: ['barbiturate-or-ghb', 'enzyme-inducer'] },
  }),

  ...named(['alcohol'], [], {
    alcohol: { otherNames: ['ethanol', 'beer', 'wine', 'liquor', 'vodka', 'whiskey', 'tequila'] },
  }),

  ...named(['cannabis'], [], {
    cannabis: { otherNames: ['marijuana', 'medical marijuana', 'weed', 'THC', 'hashish', 'delta 8'] },
  }),

  ...byClass(['cannabis'], {
    cannabidiol: { brands: ['Epidiolex'], otherNames: ['CBD', 'CBD oil'] },
    dronabinol: ['Marinol', 'Syndros'],
    nabilone: ['Cesamet'],
  }),
]
