/**
 * Every word a person reads, by language. English is written first and gives the
 * others their type, so that a page without its Spanish does not compile.
 */
import { errors as errorsEn } from './en/errors.ts'
import { frame as frameEn } from './en/frame.ts'
import { errors as errorsEs } from './es/errors.ts'
import { frame as frameEs } from './es/frame.ts'

export const LANGUAGES = ['en', 'es'] as const

export type Language = (typeof LANGUAGES)[number]

const en = {
  frame: frameEn,
  errors: errorsEn,
}

export type Words = typeof en

const es: Words = {
  frame: frameEs,
  errors: errorsEs,
}

export const words: Record<Language, Words> = { en, es }
