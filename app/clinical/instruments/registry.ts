/** Every instrument there is, in the order of the clinical pages. What is listed here is not thereby asked. */
import { alcoholQuestion } from './alcohol-question.ts'
import { asq } from './asq.ts'
import { auditC } from './audit-c.ts'
import { bladderSigns } from './bladder-signs.ts'
import { cadss6 } from './cadss6.ts'
import { cssrs } from './cssrs.ts'
import { dast10 } from './dast10.ts'
import { des2 } from './des2.ts'
import { dssB } from './dss-b.ts'
import { gad2 } from './gad2.ts'
import { gad7 } from './gad7.ts'
import { icsi } from './icsi.ts'
import type { Instrument } from './instrument.ts'
import { integration } from './integration.ts'
import { isi } from './isi.ts'
import { itq } from './itq.ts'
import { ketamineHistory } from './ketamine-history.ts'
import { kset } from './kset.ts'
import { mdq } from './mdq.ts'
import { orientation } from './orientation.ts'
import { pcPtsd5 } from './pc-ptsd5.ts'
import { pcl5Week } from './pcl-5-week.ts'
import { pcl5 } from './pcl5.ts'
import { phq2 } from './phq2.ts'
import { phq9 } from './phq9.ts'
import { psychosisAndMania } from './psychosis-and-mania.ts'
import { readyToEnd } from './ready-to-end.ts'
import { stopBang } from './stop-bang.ts'
import { suds } from './suds.ts'
import { taps1 } from './taps1.ts'
import { waking } from './waking.ts'
import { who5 } from './who5.ts'
import { wsas } from './wsas.ts'

export const INSTRUMENTS: readonly Instrument<unknown>[] = [
  ...[pcPtsd5, pcl5, pcl5Week, itq, dssB, des2],
  ...[phq2, phq9, gad2, gad7, asq, cssrs],
  ...[alcoholQuestion, auditC, taps1, dast10, ketamineHistory],
  ...[psychosisAndMania, mdq, isi, stopBang, who5, wsas],
  ...[suds, orientation, waking, readyToEnd, integration],
  ...[bladderSigns, icsi, kset, cadss6],
]

/** Asked in place of an instrument and none itself: single questions of the intake, in our own words. */
export const OWN_QUESTIONS = ['feeling-unreal', 'drugs-and-medicines'] as const

/** What is asked in place of an instrument, by code, while there is no text of it in the language of the person. */
export const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  'des-ii': ['feeling-unreal'],
  'dss-b': ['feeling-unreal'],
  'c-ssrs': ['asq'],
  'audit-c': ['alcohol-question'],
  'taps-1': ['alcohol-question', 'drugs-and-medicines'],
  'dast-10': ['drugs-and-medicines'],
  mdq: ['psychosis-and-mania'],
  icsi: ['bladder-signs'],
  kset: ['bladder-signs'],
  'cadss-6': ['orientation'],
}
