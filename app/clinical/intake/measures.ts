/**
 * Height and weight as a person writes them. A number without its unit is not guessed: 70 may be inches or, of a
 * weight, either; whoever wrote it is asked.
 */

export const MEASURES = ['height', 'weight'] as const
export type Measure = (typeof MEASURES)[number]

const CM_PER_INCH = 2.54
const KG_PER_POUND = 0.45359237

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d{1,2})?)`
const FEET =
  /^(\d)\s*(?:'|’|′|ft|feet|foot|pies|pie)\s*(?:(\d{1,2}(?:[.,]5)?)\s*(?:"|”|″|''|in|inch|inches|pulgadas|pulg)?)?$/
const CENTIMETRES = new RegExp(String.raw`^${NUMBER}\s*(?:cm|cent[ií]metros|centimeters)$`)
const METRES = /^([12][.,]\d{1,2})\s*(?:m|meters|metros)$/
const INCHES = new RegExp(String.raw`^${NUMBER}\s*(?:"|in|inches|pulgadas)$`)
const POUNDS = new RegExp(String.raw`^${NUMBER}\s*(?:lb|lbs|pounds|libras)\.?$`)
const KILOGRAMS = new RegExp(String.raw`^${NUMBER}\s*(?:kg|kgs|kilos|kilograms|kilogramos)$`)

const read = (text: string, pattern: RegExp): number | undefined => {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? undefined : Number(found.replace(',', '.'))
}

/** @returns centimetres or kilograms to a tenth; undefined when it cannot be read, or stands without a unit */
export function readMeasure(of: Measure, written: string): number | undefined {
  const text = written.trim().toLowerCase()
  const value = of === 'height' ? heightCm(text) : weightKg(text)
  return value === undefined ? undefined : Math.round(value * 10) / 10
}

function heightCm(text: string): number | undefined {
  const feet = FEET.exec(text)
  const inches = Number(feet?.[2]?.replace(',', '.') ?? 0)
  if (feet?.[1] !== undefined && inches < 12) return (Number(feet[1]) * 12 + inches) * CM_PER_INCH
  const metres = read(text, METRES)
  if (metres !== undefined) return metres * 100
  const onlyInches = read(text, INCHES)
  return onlyInches === undefined ? read(text, CENTIMETRES) : onlyInches * CM_PER_INCH
}

function weightKg(text: string): number | undefined {
  const pounds = read(text, POUNDS)
  return pounds === undefined ? read(text, KILOGRAMS) : pounds * KG_PER_POUND
}
