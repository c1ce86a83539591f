/** Names of published questionnaires, the same in every language. Those of our own sets are in the words. */
import { alcoholQuestion } from './en/instruments/alcohol-question.ts'
import { asq } from './en/instruments/asq.ts'
import { gad2 } from './en/instruments/gad2.ts'
import { gad7 } from './en/instruments/gad7.ts'
import type { InstrumentWords } from './en/instruments/instrument-words.ts'
import { pcPtsd5 } from './en/instruments/pc-ptsd5.ts'
import { pcl5Week } from './en/instruments/pcl-5-week.ts'
import { phq2 } from './en/instruments/phq2.ts'
import { phq9 } from './en/instruments/phq9.ts'

/** By code. */
export const INSTRUMENT_NAMES: Readonly<Record<string, string>> = {
  'pc-ptsd-5': 'PC-PTSD-5',
  'pcl-5': 'PCL-5',
  'pcl-5-week': 'PCL-5 (7 d)',
  itq: 'ITQ',
  'dss-b': 'DSS-B',
  'des-ii': 'DES-II, DES-T',
  'phq-2': 'PHQ-2',
  'phq-9': 'PHQ-9',
  'gad-2': 'GAD-2',
  'gad-7': 'GAD-7',
  asq: 'ASQ',
  'c-ssrs': 'C-SSRS',
  'audit-c': 'AUDIT-C',
  'taps-1': 'TAPS-1',
  'dast-10': 'DAST-10',
  mdq: 'MDQ',
  isi: 'ISI',
  'stop-bang': 'STOP-BANG',
  'who-5': 'WHO-5',
  wsas: 'WSAS',
  suds: 'SUDS',
  icsi: 'ICSI',
  kset: 'KSET',
  'cadss-6': 'CADSS-6',
}

const noticeIn = ({ wording }: InstrumentWords): string =>
  wording.state === 'shipped' ? (wording.notice ?? '') : ''

/** Whose the wording is that ships, in the words its owner asks for. In English. By code; our own have none. */
export const SHIPPED_NOTICES: Readonly<Record<string, string>> = {
  'pc-ptsd-5': noticeIn(pcPtsd5),
  // The month and the week are one work; the check-in's page has no room for the notice.
  'pcl-5': noticeIn(pcl5Week),
  'pcl-5-week': noticeIn(pcl5Week),
  'phq-2': noticeIn(phq2),
  'phq-9': noticeIn(phq9),
  'gad-2': noticeIn(gad2),
  'gad-7': noticeIn(gad7),
  asq: noticeIn(asq),
  'alcohol-question': noticeIn(alcoholQuestion),
}
