/** Medicines that raise blood pressure or pulse, or lower the threshold of seizures. */
import { byClass, type Ingredient, named } from './ingredient.ts'

export const STIMULATING: readonly Ingredient[] = [
  ...named(['theophylline'], ['KETA2'], {
    theophylline: ['Theo-24', 'Theo-Dur', 'Uniphyl', 'Theochron', 'Elixophyllin'],
    aminophylline: [],
  }),
  ...byClass(['theophylline'], { dyphylline: ['Lufyllin'] }),

  ...named(['stimulant'], ['KETA2'], {
    amphetamine: ['Evekeo', 'Adzenys', 'Dyanavel'],
    methylphenidate: [
      'Ritalin',
      'Concerta',
      'Metadate',
      'Methylin',
      'Daytrana',
      'Quillivant',
      'QuilliChew',
      'Aptensio',
      'Jornay',
      'Cotempla',
      'Adhansia',
      'Relexxii',
    ],
    vasopressin: ['Vasostrict'],
  }),
  ...byClass(['stimulant'], {
    armodafinil: { brands: ['Nuvigil'], classes: ['stimulant', 'enzyme-inducer'] },
    atomoxetine: ['Strattera'],
    benzphetamine: ['Didrex', 'Regimex'],
    dexmethylphenidate: ['Focalin'],
    dextroamphetamine: ['Dexedrine', 'Zenzedi', 'ProCentra', 'Xelstrym'],
    diethylpropion: ['Tenuate'],
    droxidopa: ['Northera'],
    lisdexamfetamine: ['Vyvanse'],
    methamphetamine: ['Desoxyn'],
    midodrine: ['ProAmatine', 'Orvaten'],
    modafinil: { brands: ['Provigil'], classes: ['stimulant', 'enzyme-inducer'] },
    phendimetrazine: ['Bontril'],
    phentermine: ['Adipex-P', 'Lomaira'],
    serdexmethylphenidate: [],
    solriamfetol: ['Sunosi'],
  }),

  ...named(['stimulant-not-prescribed'], ['KETA2'], {
    cocaine: { otherNames: ['crack cocaine'] },
  }),
  ...byClass(['stimulant-not-prescribed'], {
    cathinone: { otherNames: ['khat', 'bath salts', 'mephedrone'] },
    MDMA: { otherNames: ['ecstasy', 'molly'] },
    'methamphetamine, not prescribed': { otherNames: ['meth', 'crystal meth'] },
  }),

  ...byClass(['decongestant'], {
    ephedrine: { brands: ['Bronkaid', 'Primatene'], otherNames: ['ephedra', 'ma huang'] },
    naphazoline: ['Naphcon', 'Clear Eyes'],
    oxymetazoline: ['Afrin', 'Vicks Sinex'],
    phenylephrine: ['Sudafed PE', 'Neo-Synephrine'],
    pseudoephedrine: ['Sudafed', 'SudoGest', 'Nexafed', 'Zephrex-D'],
    xylometazoline: ['Otrivin'],
  }),

  ...named(['maoi'], ['VER'], { tranylcypromine: ['Parnate'] }),
  ...byClass(['maoi'], {
    isocarboxazid: ['Marplan'],
    linezolid: ['Zyvox'],
    'methylene blue': ['ProvayBlue'],
    moclobemide: [],
    phenelzine: ['Nardil'],
    rasagiline: ['Azilect'],
    safinamide: ['Xadago'],
    selegiline: ['Emsam', 'Eldepryl', 'Zelapar'],
  }),

  ...named(['seizure-or-nmda-overlap'], ['M'], {
    amantadine: ['Symmetrel', 'Gocovri', 'Osmolex'],
    dextromethorphan: { brands: ['Delsym'], otherNames: ['DXM'] },
    memantine: ['Namenda'],
    tramadol: {
      brands: ['Ultram', 'ConZip', 'Qdolo'],
      classes: ['seizure-or-nmda-overlap', 'opioid-full-agonist'],
    },
  }),
  ...byClass(['seizure-or-nmda-overlap'], {
    ketamine: ['Ketalar'],
    esketamine: {
      brands: ['Spravato'],
      rxNorm: [
        { code: '2201623', termType: 'SCDF', name: 'esketamine nasal spray' },
        { code: '2201625', termType: 'SBDF', name: 'Spravato nasal spray' },
      ],
    },
  }),

  ...byClass(['thyroid-hormone'], {
    levothyroxine: ['Synthroid', 'Levoxyl', 'Unithroid', 'Euthyrox', 'Tirosint', 'Levo-T'],
    liothyronine: ['Cytomel'],
    liotrix: ['Thyrolar'],
    'thyroid, desiccated': {
      brands: ['Armour Thyroid', 'NP Thyroid', 'Nature-Throid'],
      otherNames: ['desiccated thyroid'],
    },
  }),
]
