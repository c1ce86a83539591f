import { gad2 as gad2En } from './en/instruments/gad2.ts'
import type { InstrumentWords } from './en/instruments/instrument-words.ts'
import { pcPtsd5 as pcPtsd5En } from './en/instruments/pc-ptsd5.ts'
import { phq2 as phq2En } from './en/instruments/phq2.ts'
import { gad2 as gad2Es } from './es/instruments/gad2.ts'
import { pcPtsd5 as pcPtsd5Es } from './es/instruments/pc-ptsd5.ts'
import { phq2 as phq2Es } from './es/instruments/phq2.ts'
import type { Language } from './words.ts'

/** The published questions of the free assessment, as each page shows them. */
export const assessmentInstruments: Record<Language, Record<'pcPtsd5' | 'phq2' | 'gad2', InstrumentWords>> = {
  en: { pcPtsd5: pcPtsd5En, phq2: phq2En, gad2: gad2En },
  es: { pcPtsd5: pcPtsd5Es, phq2: phq2Es, gad2: gad2Es },
}
