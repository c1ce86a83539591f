/** What the medicine table rests on. Seen on 22 November 2026, each in an excerpt. */

export const MEDICINE_SOURCES = {
  KETA2: 'Ketamine label of October 2024, on fda.report',
  VER: 'Veraart 2021, interactions of ketamine with psychiatric medicines, doi:10.1093/ijnp/pyab039',
  AND: 'Andrade 2017, J Clin Psychiatry, on interactions of ketamine',
  ISTSS: 'istss.org on the VA/DoD guideline of 2023',
  VAMED: 'ptsd.va.gov, clinician’s guide to medicines for PTSD',
  JOO: 'Esketamine information for patients, in an advertisement',
  WILL: 'Williams 2018, naltrexone crossover of 12 people, doi:10.1176/appi.ajp.2018.18020138',
  MDE: 'A commentary on mdedge about clonidine and ketamine',
  SEED: 'The practice’s own article on ketamine therapy after trauma',
  HAG: 'Hagelberg 2010, Eur J Pain 14:625, clarithromycin',
  PEL11: 'Peltoniemi 2011, ticlopidine and itraconazole, doi:10.1038/clpt.2011.140',
  PEL12: 'Peltoniemi 2012, grapefruit juice, doi:10.1007/s00228-012-1214-9',
  RIF: 'Rifampicin, oral and intravenous S-ketamine, doi:10.1111/j.1742-7843.2012.00908.x',
  SJW: 'St John’s wort and oral S-ketamine, doi:10.1111/j.1472-8206.2011.00954.x',
  SZAR: 'Szarmach 2020, blood pressure in intravenous treatment, doi:10.2147/NDT.S273287',
  INTEROP: 'RxNorm dose forms of esketamine, as listed in public repositories',
} as const

export type SourceKey = keyof typeof MEDICINE_SOURCES

/** A source that was seen, or `M`: general knowledge, to be checked before signing. */
export type Mark = SourceKey | 'M'
