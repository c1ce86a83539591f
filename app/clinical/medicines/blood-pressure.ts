/** Medicines that lower blood pressure. */
import { byClass, type Ingredient, named } from './ingredient.ts'

export const BLOOD_PRESSURE: readonly Ingredient[] = [
  ...named(['alpha-blocker-or-agonist'], ['SEED', 'VAMED'], { prazosin: ['Minipress'] }),
  ...named(['alpha-blocker-or-agonist'], ['MDE', 'M'], {
    clonidine: ['Catapres', 'Catapres-TTS', 'Kapvay', 'Nexiclon', 'Onyda'],
  }),
  ...named(['alpha-blocker-or-agonist'], [], {
    doxazosin: ['Cardura'],
    guanfacine: ['Tenex', 'Intuniv'],
  }),
  ...byClass(['alpha-blocker-or-agonist'], {
    alfuzosin: ['Uroxatral'],
    guanabenz: ['Wytensin'],
    lofexidine: ['Lucemyra'],
    methyldopa: ['Aldomet'],
    phenoxybenzamine: ['Dibenzyline'],
    silodosin: ['Rapaflo'],
    tamsulosin: ['Flomax'],
    terazosin: ['Hytrin'],
  }),

  ...byClass(['other-antihypertensive'], {
    // ACE inhibitors
    benazepril: ['Lotensin'],
    captopril: ['Capoten'],
    enalapril: ['Vasotec', 'Epaned'],
    fosinopril: ['Monopril'],
    lisinopril: ['Prinivil', 'Zestril', 'Qbrelis'],
    moexipril: ['Univasc'],
    perindopril: ['Aceon'],
    quinapril: ['Accupril'],
    ramipril: ['Altace'],
    trandolapril: ['Mavik'],
    // Angiotensin receptor blockers, renin
    aliskiren: ['Tekturna'],
    azilsartan: ['Edarbi'],
    candesartan: ['Atacand'],
    eprosartan: ['Teveten'],
    irbesartan: ['Avapro'],
    losartan: { brands: ['Cozaar'], otherNames: ['losartan potassium'] },
    olmesartan: ['Benicar'],
    sacubitril: [],
    telmisartan: ['Micardis'],
    valsartan: ['Diovan'],
    // Beta blockers
    acebutolol: ['Sectral'],
    atenolol: ['Tenormin'],
    betaxolol: ['Kerlone'],
    bisoprolol: ['Zebeta'],
    carvedilol: ['Coreg'],
    labetalol: ['Trandate', 'Normodyne'],
    metoprolol: ['Lopressor', 'Toprol', 'Kapspargo'],
    nadolol: ['Corgard'],
    nebivolol: ['Bystolic'],
    pindolol: ['Visken'],
    propranolol: ['Inderal', 'InnoPran', 'Hemangeol'],
    timolol: ['Blocadren'],
    // Calcium channel blockers
    amlodipine: ['Norvasc', 'Katerzia'],
    felodipine: ['Plendil'],
    isradipine: ['DynaCirc'],
    nicardipine: ['Cardene'],
    nifedipine: ['Procardia', 'Adalat'],
    nisoldipine: ['Sular'],
    diltiazem: {
      brands: ['Cardizem', 'Tiazac', 'Cartia', 'Taztia', 'Matzim'],
      classes: ['other-antihypertensive', 'cyp3a4-inhibitor-other'],
    },
    verapamil: {
      brands: ['Calan', 'Verelan', 'Isoptin'],
      classes: ['other-antihypertensive', 'cyp3a4-inhibitor-other'],
    },
    // Diuretics
    amiloride: ['Midamor'],
    bumetanide: ['Bumex'],
    chlorthalidone: ['Thalitone', 'Hygroton'],
    eplerenone: ['Inspra'],
    furosemide: ['Lasix'],
    hydrochlorothiazide: { brands: ['Microzide'], otherNames: ['HCTZ'] },
    indapamide: ['Lozol'],
    metolazone: ['Zaroxolyn'],
    spironolactone: ['Aldactone', 'CaroSpir'],
    torsemide: ['Demadex', 'Soaanz'],
    triamterene: ['Dyrenium'],
    // Vasodilators
    hydralazine: ['Apresoline'],
    minoxidil: ['Loniten'],
  }),
]
