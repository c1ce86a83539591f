/**
 * What the table's ingredients are called in Spanish: the international nonproprietary name in its Spanish form, as far as
 * it is another word than the English one, and everyday words for what is no medicine. All general knowledge, to be held
 * against the World Health Organization's own lists before signing; toronja and pomelo were seen. No brands.
 * Page: docs/clinical/medicines.md
 */
const names = (list: string): readonly string[] => list.trim().split(/\s*,\s*/)

/** Each line: the ingredient as the table calls it, and its names. */
const byIngredient = (lines: string): Record<string, readonly string[]> =>
  Object.fromEntries(
    lines
      .trim()
      .split('\n')
      .map((line) => line.split(': '))
      .map(([ingredient = '', rest = '']) => [ingredient.trim(), names(rest)]),
  )

export const SPANISH: Readonly<Record<string, readonly string[]>> = {
  // Sedating
  ...byIngredient(`
    chlordiazepoxide: clordiazepóxido
    clorazepate: clorazepato
    benzhydrocodone: benzhidrocodona
    butorphanol: butorfanol
    codeine: codeína
    dihydrocodeine: dihidrocodeína
    fentanyl: fentanilo
    heroin: heroína, diamorfina
    hydrocodone: hidrocodona
    hydromorphone: hidromorfona
    levorphanol: levorfanol
    meperidine: meperidina, petidina
    morphine: morfina
    nalbuphine: nalbufina
    opium: opio
    oxycodone: oxicodona
    oxymorphone: oximorfona
    pentazocine: pentazocina
    buprenorphine: buprenorfina
    methadone: metadona
    pregabalin: pregabalina
    eszopiclone: eszopiclona
    melatonin: melatonina
    valerian: valeriana, raíz de valeriana
    chloral hydrate: hidrato de cloral
    meprobamate: meprobamato
    gabapentin: gabapentina
    baclofen: baclofeno
    chlorzoxazone: clorzoxazona
    cyclobenzaprine: ciclobenzaprina
    dantrolene: dantroleno
    metaxalone: metaxalona
    methocarbamol: metocarbamol
    orphenadrine: orfenadrina
    tizanidine: tizanidina
    brompheniramine: bromfeniramina
    carbinoxamine: carbinoxamina
    chlorpheniramine: clorfeniramina, clorfenamina
    clemastine: clemastina
    cyproheptadine: ciproheptadina
    dexchlorpheniramine: dexclorfeniramina
    dimenhydrinate: dimenhidrinato
    diphenhydramine: difenhidramina
    doxylamine: doxilamina
    hydroxyzine: hidroxizina, hidroxicina
    meclizine: meclizina, meclozina
    promethazine: prometazina
    triprolidine: triprolidina
    sodium oxybate: oxibato de sodio, oxibato sódico, gamma hidroxibutirato
    phenobarbital: fenobarbital
    primidone: primidona
    alcohol: etanol, cerveza, vino, licor, aguardiente, mezcal
    cannabis: marihuana, mariguana, marihuana medicinal, hachís
    cannabidiol: aceite de CBD
    nabilone: nabilona
  `),
  // Stimulating, and what works on the same receptors
  ...byIngredient(`
    theophylline: teofilina
    aminophylline: aminofilina
    dyphylline: difilina, diprofilina
    amphetamine: anfetamina, anfetaminas
    methylphenidate: metilfenidato
    vasopressin: vasopresina
    armodafinil: armodafinilo
    atomoxetine: atomoxetina
    benzphetamine: benzfetamina
    dexmethylphenidate: dexmetilfenidato
    dextroamphetamine: dextroanfetamina, dexanfetamina
    diethylpropion: dietilpropión, anfepramona
    lisdexamfetamine: lisdexanfetamina, lisdexamfetamina
    methamphetamine: metanfetamina
    midodrine: midodrina
    modafinil: modafinilo
    phendimetrazine: fendimetrazina
    phentermine: fentermina
    serdexmethylphenidate: serdexmetilfenidato
    cocaine: cocaína
    cathinone: catinona, mefedrona, sales de baño
    MDMA: éxtasis
    ephedrine: efedrina, efedra
    naphazoline: nafazolina
    oxymetazoline: oximetazolina
    phenylephrine: fenilefrina
    pseudoephedrine: pseudoefedrina, seudoefedrina
    xylometazoline: xilometazolina
    tranylcypromine: tranilcipromina
    isocarboxazid: isocarboxazida
    methylene blue: azul de metileno
    moclobemide: moclobemida
    phenelzine: fenelzina
    rasagiline: rasagilina
    safinamide: safinamida
    selegiline: selegilina
    amantadine: amantadina
    dextromethorphan: dextrometorfano
    memantine: memantina
    ketamine: ketamina
    esketamine: esketamina
    levothyroxine: levotiroxina
    liothyronine: liotironina
    thyroid, desiccated: tiroides desecada
  `),
  // Blood pressure
  ...byIngredient(`
    prazosin: prazosina
    clonidine: clonidina
    doxazosin: doxazosina
    guanfacine: guanfacina
    alfuzosin: alfuzosina
    lofexidine: lofexidina
    methyldopa: metildopa
    phenoxybenzamine: fenoxibenzamina
    silodosin: silodosina
    tamsulosin: tamsulosina
    terazosin: terazosina
    benazepril: benazeprilo
    fosinopril: fosinoprilo
    perindopril: perindoprilo
    quinapril: quinaprilo
    ramipril: ramiprilo
    trandolapril: trandolaprilo
    aliskiren: aliskireno
    losartan: losartán potásico
    sacubitril: sacubitrilo
    amlodipine: amlodipino, amlodipina
    felodipine: felodipino
    isradipine: isradipino
    nicardipine: nicardipino
    nifedipine: nifedipino, nifedipina
    nisoldipine: nisoldipino
    verapamil: verapamilo
    amiloride: amilorida
    bumetanide: bumetanida
    chlorthalidone: clortalidona
    eplerenone: eplerenona
    furosemide: furosemida
    hydrochlorothiazide: hidroclorotiazida
    indapamide: indapamida
    metolazone: metolazona
    spironolactone: espironolactona
    torsemide: torasemida, torsemida
    triamterene: triamtereno
    hydralazine: hidralazina, hidralacina
  `),
  // How much of a dose arrives
  ...byIngredient(`
    grapefruit: toronja, pomelo, jugo de toronja, zumo de toronja, jugo de pomelo, zumo de pomelo
    clarithromycin: claritromicina
    itraconazole: itraconazol
    ketoconazole: ketoconazol
    nefazodone: nefazodona
    posaconazole: posaconazol
    dronedarone: dronedarona
    erythromycin: eritromicina
    fluconazole: fluconazol
    isavuconazonium: isavuconazonio, isavuconazol
    telithromycin: telitromicina
    voriconazole: voriconazol
    ticlopidine: ticlopidina
    rifampin: rifampicina
    St. John’s wort: hierba de San Juan, yerba de San Juan, hipérico, corazoncillo
    carbamazepine: carbamazepina
    phenytoin: fenitoína
    apalutamide: apalutamida
    cenobamate: cenobamato
    enzalutamide: enzalutamida
    eslicarbazepine: eslicarbazepina
    etravirine: etravirina
    fosphenytoin: fosfenitoína
    mitotane: mitotano
    nevirapine: nevirapina
    oxcarbazepine: oxcarbazepina
    rifabutin: rifabutina
    rifapentine: rifapentina
  `),
  // Mood, psychosis, dependence
  ...byIngredient(`
    fluoxetine: fluoxetina, norfluoxetina
    fluvoxamine: fluvoxamina
    desvenlafaxine: desvenlafaxina
    duloxetine: duloxetina
    paroxetine: paroxetina
    sertraline: sertralina
    venlafaxine: venlafaxina
    gepirone: gepirona
    mirtazapine: mirtazapina
    trazodone: trazodona
    vilazodone: vilazodona
    vortioxetine: vortioxetina
    zuranolone: zuranolona
    amitriptyline: amitriptilina
    amoxapine: amoxapina
    clomipramine: clomipramina
    desipramine: desipramina
    doxepin: doxepina
    imipramine: imipramina
    maprotiline: maprotilina
    nortriptyline: nortriptilina
    protriptyline: protriptilina
    trimipramine: trimipramina
    lamotrigine: lamotrigina
    lithium: litio, carbonato de litio
    naltrexone: naltrexona
    clozapine: clozapina
    olanzapine: olanzapina
    risperidone: risperidona
    aripiprazole: aripiprazol
    asenapine: asenapina
    brexpiprazole: brexpiprazol
    cariprazine: cariprazina
    chlorpromazine: clorpromazina
    fluphenazine: flufenazina
    iloperidone: iloperidona
    loxapine: loxapina
    lumateperone: lumateperona
    lurasidone: lurasidona
    molindone: molindona
    paliperidone: paliperidona
    perphenazine: perfenazina
    pimavanserin: pimavanserina
    pimozide: pimozida
    prochlorperazine: proclorperazina
    quetiapine: quetiapina
    thioridazine: tioridazina
    thiothixene: tiotixeno
    trifluoperazine: trifluoperazina
    ziprasidone: ziprasidona
  `),
  // Of which no interaction is written
  ...byIngredient(`
    acetaminophen: acetaminofén
    amoxicillin: amoxicilina
    ascorbic acid: ácido ascórbico
    aspirin: aspirina, ácido acetilsalicílico
    atorvastatin: atorvastatina
    buspirone: buspirona
    calcium supplement: calcio
    caffeine: cafeína
    cetirizine: cetirizina
    cholecalciferol: colecalciferol
    cyanocobalamin: cianocobalamina
    donepezil: donepezilo
    dutasteride: dutasterida
    famotidine: famotidina
    ferrous sulfate: sulfato ferroso, hierro
    fexofenadine: fexofenadina
    fish oil: aceite de pescado
    guaifenesin: guaifenesina
    hydroxychloroquine: hidroxicloroquina
    ibuprofen: ibuprofeno
    isoniazid: isoniazida
    isosorbide dinitrate: dinitrato de isosorbida
    lamivudine: lamivudina
    loratadine: loratadina
    lansoprazole: lansoprazol
    magnesium supplement: magnesio
    metformin: metformina
    multivitamin: multivitaminas
    naloxone: naloxona
    naproxen: naproxeno
    omeprazole: omeprazol
    oxybutynin: oxibutinina
    pravastatin: pravastatina
    prednisone: prednisona
    pyrazinamide: pirazinamida
    pyridoxine: piridoxina
    quinidine: quinidina
    ranitidine: ranitidina
    rifaximin: rifaximina
    ropinirole: ropinirol
    terbinafine: terbinafina
    tiagabine: tiagabina
    topiramate: topiramato
  `),
}
