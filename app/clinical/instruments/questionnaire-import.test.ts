import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  option,
  type QuestionnaireFile,
  questionnaireFile,
  questionsIn,
} from '../../../tests/questionnaire-file.ts'
import { questionnaireOf } from './questionnaire-export.ts'
import { LARGEST_QUESTIONNAIRE, type ReadQuestionnaire, readQuestionnaire } from './questionnaire-import.ts'
import { instrumentWith, slotOf, TEXT_SLOTS, type TextSlot } from './questionnaire-slots.ts'

const EN = { language: 'en', yesNo: { yes: 'Yes', no: 'No' } } as const
const ES = { language: 'es', yesNo: { yes: 'Sí', no: 'No' } } as const

const slot = (code: string): TextSlot => {
  const found = slotOf(code)
  if (!found) throw new Error(`${code} is no slot`)
  return found
}
const auditC = slot('audit-c')
const each = TEXT_SLOTS.map((one) => [one.instrument.code, one] as const)

const read = (file: unknown, into: TextSlot = auditC, expected: typeof EN | typeof ES = EN) =>
  readQuestionnaire(typeof file === 'string' ? file : JSON.stringify(file), into, expected)
const textOf = (result: ReadQuestionnaire) => {
  if (result.status !== 'read') throw new Error(JSON.stringify(result.mismatches))
  return result.text
}
/** What was found wrong, as `kind at`, with what was found there when it says something. */
const wrong = (result: ReadQuestionnaire) =>
  result.status === 'read'
    ? []
    : result.mismatches.map(({ kind, at, found }) =>
        [kind, at, found].filter((part) => part !== '').join(' '),
      )

/** A file for AUDIT-C with one thing changed. */
function damaged(change: (file: QuestionnaireFile) => void, into: TextSlot = auditC): QuestionnaireFile {
  const file = questionnaireFile(into)
  change(file)
  return file
}
const question = (file: QuestionnaireFile, i: number) => {
  const found = questionsIn(file)[i]
  if (!found) throw new Error(`no question ${i}`)
  return found
}
const answersTo = (file: QuestionnaireFile, i: number) => question(file, i).answerOption ?? []

describe.each(each)('a file for %s', (_code, into) => {
  const text = textOf(read(questionnaireFile(into), into))

  test('is read whole: every question, every answer, every word around them', () => {
    expect(Object.keys(text.items)).toEqual(into.items.map(({ linkId }) => linkId))
    for (const { linkId, values } of into.items) {
      expect(text.items[linkId]).toBe(`An invented question for ${linkId}?`)
      expect(text.labelsOf[linkId] ?? text.labels).toEqual(values.map((value) => `Answer worth ${value}`))
    }
    const [first = ''] = Object.keys(text.items)
    expect(text).toMatchObject({
      ...{ language: 'en', version: '2026-1', notice: 'An invented holder. All rights reserved.' },
      ...{ instruction: 'Please read each question.', stem: null, list: [] },
      headings: { [first]: ['The first part'] },
    })
  })

  test('is written back, and read again to the same words', () => {
    const again = questionnaireOf(instrumentWith(into, text), text, 'A name')
    expect(textOf(read(again, into))).toEqual(text)
  })

  test('can be in Spanish', () => {
    expect(textOf(read(questionnaireFile(into, 'es'), into, ES)).language).toBe('es')
  })

  test('lacks whatever question is taken out, and nothing is read of it', () => {
    for (const { linkId } of into.items) {
      const file = damaged((whole) => {
        whole.item = whole.item.map((item) =>
          Array.isArray(item.item)
            ? { ...item, item: item.item.filter((one) => one.linkId !== linkId) }
            : item,
        )
        whole.item = whole.item.filter((item) => item.linkId !== linkId)
      }, into)
      expect(wrong(read(file, into))).toContain(`item-missing ${linkId}`)
    }
  })
})

test('a heading in the middle stands before its question', () => {
  const text = textOf(read(questionnaireFile(auditC)))
  expect(text.headings).toEqual({ 'audit-c-01': ['The first part'], 'audit-c-03': ['The second part'] })
})

describe('questions are found', () => {
  test.each([
    ['audit-c', ['1.', '2.', '3.']],
    ['itq', [...numbered('P'), ...numbered('C')]],
    ['c-ssrs', ['1)', '2)', '3)', '4)', '5)', '6)', '6 recent']],
    ['cadss-6', ['1', '2', '6', '7', '15', '22']],
    ['stop-bang', ['Snoring', 'Tired', 'Observed', 'Pressure', 'BMI', 'Age', 'Neck', 'Male']],
    ['des-ii', Array.from({ length: 28 }, (_, i) => `${i + 1}`)],
  ])('in %s by what is printed before them, when the linkIds are the publisher’s', (code, prefixes) => {
    const into = slot(code)
    const file = damaged((whole) => {
      for (const [i, one] of questionsIn(whole).entries())
        Object.assign(one, { linkId: `/q-${i}`, prefix: prefixes[i] })
    }, into)
    expect(Object.keys(textOf(read(file, into)).items)).toEqual(into.items.map(({ linkId }) => linkId))
  })

  test('under another question too, as a follow-up often stands', () => {
    const into = slot('c-ssrs')
    const file = questionnaireFile(into)
    const last = file.item.pop()
    Object.assign(file.item.at(-1) ?? {}, { item: [last] })
    expect(read(file, into).status).toBe('read')
  })

  test('in groups within groups, as deep as anybody prints them', () => {
    const file = questionnaireFile(auditC)
    let item: unknown[] = questionsIn(file).map((one) => ({ ...one, item: [] }))
    for (const linkId of ['d', 'c', 'b', 'a']) item = [{ linkId, type: 'group', item }]
    expect(read({ ...file, item }).status).toBe('read')
  })

  test('but not by nothing', () => {
    const file = damaged((whole) => Object.assign(question(whole, 0), { linkId: 'q', prefix: ' . ' }))
    expect(wrong(read(file))).toEqual([
      'item-extra q An invented question for audit-c-01?',
      'item-missing audit-c-01',
    ])
  })
})

function numbered(letter: string) {
  return Array.from({ length: 9 }, (_, i) => `${letter}${i + 1}`)
}

describe('answers are found', () => {
  const yesNo = slot('mdq')
  const offer = (...options: object[]) => {
    const file = questionnaireFile(yesNo)
    Object.assign(question(file, 0), { answerOption: options })
    return read(file, yesNo)
  }
  const coded = (code: string, display: string, weight?: number) => ({
    valueCoding: { code, display, ...(weight !== undefined && { extension: [weightOf(weight)] }) },
  })
  const weightOf = (valueDecimal: number) => ({
    url: 'http://hl7.org/fhir/StructureDefinition/itemWeight',
    valueDecimal,
  })

  test.each([
    [
      'by LOINC’s codes',
      [coded('LA33-6', 'Affirmative'), coded('LA32-8', 'Negative')],
      ['Negative', 'Affirmative'],
    ],
    ['by HL7’s codes', [coded('Y', 'Affirmative'), coded('N', 'Negative')], ['Negative', 'Affirmative']],
    ['by their words', [{ valueString: 'YES' }, { valueString: 'no' }], ['no', 'YES']],
    ['by a weight on the code', [coded('a', 'Rarely', 0), coded('b', 'Often', 1)], ['Rarely', 'Often']],
    ['by numbers', [{ valueInteger: 1 }, { valueInteger: 0 }], ['0', '1']],
    [
      'whatever else stands beside them',
      [
        { ...coded('1', 'Often'), extension: [{ url: 'http://example.org/weight', valueDecimal: 7 }] },
        { ...coded('0', 'Rarely'), extension: [{ url: weightOf(0).url }] },
      ],
      ['Rarely', 'Often'],
    ],
    ['by codes that are numbers', [coded('1', 'Often'), coded('0', 'Rarely')], ['Rarely', 'Often']],
  ])('%s', (_how, options, labels) => {
    const text = textOf(offer(...options))
    expect(text.labels).toEqual(labels)
  })

  test('where a question takes yes or no without words of its own, in the language of the text', () => {
    const file = questionnaireFile(yesNo, 'es')
    Object.assign(question(file, 0), { type: 'boolean', answerOption: undefined })
    expect(textOf(read(file, yesNo, ES)).labels).toEqual(['No', 'Sí'])
  })

  test.each([
    ['yes that counts as no', [coded('x', 'Yes', 0), coded('y', 'No', 1)], 2],
    ['a code for yes that counts as no', [coded('LA33-6', 'Affirmative', 0), coded('b', 'Other', 1)], 1],
  ])('and %s is refused: those are points, not answers', (_what, options, count) => {
    const found = wrong(offer(...options))
    expect(found).toHaveLength(count)
    for (const one of found) expect(one).toMatch(/^option-reversed mdq-01/)
  })

  test('a code that only begins or ends like a number is none', () => {
    for (const code of ['1a', 'a1', '', '1.0'])
      expect(wrong(offer(coded(code, 'Often'), coded('0', 'Rarely')))).toContain(
        'option-without-value mdq-01 Often',
      )
  })

  test('a code of several figures is one number', () => {
    const des = slot('des-ii')
    const file = questionnaireFile(des)
    for (const one of questionsIn(file))
      one.answerOption = [...Array(11).keys()].map((tens) => coded(String(tens * 10), `${tens * 10} %`))
    expect(textOf(read(file, des)).labels.at(-1)).toBe('100 %')
  })

  test('yes or no is no answer to a question that takes more', () => {
    const file = questionnaireFile(yesNo)
    Object.assign(question(file, 14), { type: 'boolean', answerOption: undefined })
    expect(wrong(read(file, yesNo))).toEqual(['item-kind mdq-15 boolean'])
  })

  test('a choice without answers lacks them all', () => {
    const file = questionnaireFile(yesNo)
    delete question(file, 0).answerOption
    expect(wrong(read(file, yesNo))).toEqual(['option-missing mdq-01 0', 'option-missing mdq-01 1'])
  })

  test('two statements of a value that differ are none', () => {
    const two = { valueInteger: 1, extension: [weightOf(0)] }
    expect(wrong(offer(two, coded('0', 'Rarely')))).toEqual([
      'option-without-value mdq-01 1',
      'option-missing mdq-01 1',
    ])
  })
})

describe('what does not fit is named', () => {
  const cases: [string, string[], (file: QuestionnaireFile) => void][] = [
    [
      'a question more',
      ['item-extra q4 More'],
      (file) => file.item.push({ linkId: 'q4', type: 'choice', text: 'More' }),
    ],
    ['a doubled linkId', ['link-id-twice audit-c-01'], (file) => file.item.push({ ...question(file, 0) })],
    [
      'one question under two linkIds',
      ['item-twice audit-c-01 other'],
      (file) => file.item.push({ ...question(file, 0), linkId: 'other', prefix: '1' }),
    ],
    [
      'another order',
      ['item-out-of-order audit-c-02'],
      (file) => {
        const [first, second, third] = questionsIn(file)
        file.item = [first, third, second].flatMap((one) => one ?? [])
      },
    ],
    [
      'a question without text',
      ['item-without-text audit-c-02'],
      (file) => Object.assign(question(file, 1), { text: ' ' }),
    ],
    [
      'a question that is free text',
      ['item-kind audit-c-02 text'],
      (file) => Object.assign(question(file, 1), { type: 'text' }),
    ],
    [
      'yes or no for a scale',
      ['item-kind audit-c-02 boolean'],
      (file) => Object.assign(question(file, 1), { type: 'boolean' }),
    ],
    [
      'several answers to one question',
      ['item-repeats audit-c-02'],
      (file) => Object.assign(question(file, 1), { repeats: true }),
    ],
    [
      'answers that stand elsewhere',
      ['options-elsewhere audit-c-02 #answers'],
      (file) => Object.assign(question(file, 1), { answerValueSet: '#answers' }),
    ],
    ['an answer less', ['option-missing audit-c-02 4'], (file) => answersTo(file, 1).pop()],
    ['an answer more', ['option-extra audit-c-02 5'], (file) => answersTo(file, 1).push(option(5))],
    ['a value between', ['option-extra audit-c-02 1.5'], (file) => answersTo(file, 1).push(option(1.5))],
    ['an answer twice', ['option-twice audit-c-02 3'], (file) => answersTo(file, 1).push(option(3))],
    [
      'an answer that counts nothing',
      ['option-without-value audit-c-02 Perhaps'],
      (file) => answersTo(file, 1).push({ valueString: 'Perhaps' }),
    ],
    [
      'an answer that is none',
      ['option-without-value audit-c-02 7'],
      (file) => Object.assign(question(file, 1), { answerOption: [...answersTo(file, 1), 7] }),
    ],
    [
      'an answer without words',
      ['option-without-text audit-c-02'],
      (file) => Object.assign(answersTo(file, 1)[2] ?? {}, { valueCoding: { code: '2', display: ' ' } }),
    ],
    [
      'an answer whose meaning is changed',
      ['modified audit-c-02 Answer worth 2'],
      (file) => Object.assign(answersTo(file, 1)[2] ?? {}, { modifierExtension: [{}] }),
    ],
    [
      'a question whose meaning is changed',
      ['modified audit-c-02'],
      (file) => Object.assign(question(file, 1), { modifierExtension: [{}] }),
    ],
    [
      'a file whose meaning is changed',
      ['modified modifierExtension'],
      (file) => Object.assign(file, { modifierExtension: [] }),
    ],
    ['another language', ['other-language language es'], (file) => Object.assign(file, { language: 'es' })],
    ['no language', ['no-language language'], (file) => delete file.language],
    ['no version', ['no-version version'], (file) => Object.assign(file, { version: ' ' })],
    ['nobody’s copyright', ['no-notice copyright'], (file) => delete file.copyright],
    [
      'a questionnaire that was retired',
      ['retired status'],
      (file) => Object.assign(file, { status: 'retired' }),
    ],
    [
      'a text after the last question',
      ['text-after-last item Thanks'],
      (file) => file.item.push({ linkId: 'z', type: 'display', text: 'Thanks' }),
    ],
    [
      'groups in groups without end',
      [
        'item-missing audit-c-01',
        'item-missing audit-c-02',
        'item-missing audit-c-03',
        'too-deep item[0].item[0].item[0].item[0].item[0]. 5',
      ],
      (file) => {
        let inner: unknown[] = file.item
        for (let depth = 0; depth < 5; depth += 1)
          inner = [{ linkId: `g${depth}`, type: 'group', item: inner }]
        Object.assign(file, { item: inner })
      },
    ],
    [
      'an item that is none',
      ['not-questionnaire item[4].linkId'],
      (file) => file.item.push({ type: 'display' } as never),
    ],
  ]

  test.each(cases)('%s', (_what, expected, change) => {
    expect(wrong(read(damaged(change))).toSorted()).toEqual(expected.toSorted())
  })

  test.each([
    ['<script>alert(1)</script>'],
    ['Feeling <b>low</b>'],
    ['<!-- a comment -->'],
    ['A &amp; B'],
    ['A &#60; B'],
    ['A &#x3c; B'],
    ['See JavaScript:void(0)'],
    ['Turned \u202eround'],
    ['A \u0000 zero'],
    ['A \ufeff mark'],
  ])('script or markup in any text: %j', (text) => {
    const places: [string, (file: QuestionnaireFile) => void][] = [
      ['audit-c-02', (file) => Object.assign(question(file, 1), { text })],
      [
        'audit-c-02',
        (file) => Object.assign(answersTo(file, 1)[0] ?? {}, { valueCoding: { code: '0', display: text } }),
      ],
      ['instruction', (file) => Object.assign(file.item[0] ?? {}, { text })],
      ['part-1', (file) => Object.assign(file.item[1] ?? {}, { text })],
      ['copyright', (file) => Object.assign(file, { copyright: text })],
      ['version', (file) => Object.assign(file, { version: text })],
    ]
    for (const [at, change] of places) expect(wrong(read(damaged(change)))).toEqual([`markup ${at} ${text}`])
  })

  test.each(['Less than 5 < 6', 'Rock & roll; and more', 'One line\nand another', 'Soft\u00adhyphen'])(
    'and not a text that only looks a little like it: %j',
    (text) => {
      expect(read(damaged((file) => Object.assign(question(file, 1), { text }))).status).toBe('read')
    },
  )

  test('a text longer than anybody reads', () => {
    const long = (length: number) =>
      damaged((file) => Object.assign(question(file, 1), { text: 'a'.repeat(length) }))
    expect(read(long(2_000)).status).toBe('read')
    expect(wrong(read(long(2_001)))).toEqual(['too-long audit-c-02 2001'])
  })

  test('a file larger than any of these instruments', () => {
    const file = JSON.stringify(questionnaireFile(auditC))
    expect(read(file.padEnd(LARGEST_QUESTIONNAIRE)).status).toBe('read')
    expect(wrong(read(file.padEnd(LARGEST_QUESTIONNAIRE + 1)))).toEqual(['too-large 200000'])
  })

  test.each([
    ['{"resourceType": "Quest', 'not-json'],
    ['', 'not-json'],
    ['null', 'not-questionnaire'],
    ['[]', 'not-questionnaire'],
    ['{"resourceType": "Patient"}', 'not-questionnaire resourceType'],
    ['{"resourceType": "Questionnaire", "item": {}}', 'not-questionnaire item'],
  ])('what is no Questionnaire: %s', (file, expected) => {
    expect(wrong(read(file))).toEqual([expected])
  })

  test('everything at once, so that a file is mended in one go', () => {
    const file = damaged((whole) => {
      Object.assign(whole, { language: 'de', version: '' })
      answersTo(whole, 0).pop()
      question(whole, 2).linkId = 'q3'
    })
    expect(wrong(read(file)).map((one) => one.split(' ')[0])).toEqual([
      ...['no-version', 'other-language', 'item-extra', 'item-missing', 'option-missing'],
    ])
  })

  test('in a line, however long what was found is', () => {
    const result = read(damaged((file) => Object.assign(file, { language: 'x'.repeat(500) })))
    expect(result).toMatchObject({ mismatches: [{ found: `${'x'.repeat(59)}…` }] })
    const line = read(damaged((file) => Object.assign(file, { language: 'x'.repeat(60) })))
    expect(line).toMatchObject({ mismatches: [{ found: 'x'.repeat(60) }] })
  })
})

test('a mark of the order of bytes before the file is no fault', () => {
  expect(read(`\ufeff${JSON.stringify(questionnaireFile(auditC))}`).status).toBe('read')
})

test('a language of a region is that language', () => {
  expect(read({ ...questionnaireFile(auditC), language: 'en-US' }).status).toBe('read')
})

describe('the KSET, whose questions come with its text', () => {
  const kset = slot('kset')
  const withMore = (linkId: string) =>
    damaged((file) => file.item.push({ ...question(file, 0), linkId }), kset)

  test('takes effects of several words', () => {
    expect(read(withMore('kset-a-b-c'), kset).status).toBe('read')
  })

  test('takes further effects in any order, and scores them', () => {
    const file = withMore('kset-nausea')
    file.item = questionsIn(file).toReversed()
    const text = textOf(read(file, kset))
    const instrument = instrumentWith(kset, text)
    expect(instrument.items.map(({ linkId }) => linkId)).toEqual(Object.keys(text.items))
    const mild = Object.fromEntries(instrument.items.map(({ linkId }) => [linkId, 0]))
    expect(instrument.score({ ...mild, 'kset-nausea': 2 })).toMatchObject({ needsReview: 'not-met' })
    expect(instrument.score({ ...mild, 'kset-craving': 1 })).toMatchObject({ toReview: ['kset-craving'] })
  })

  test.each(['nausea', 'kset-Nausea', 'kset-', 'kset-a b'])('takes no effect named %j', (linkId) => {
    expect(wrong(read(withMore(linkId), kset)).at(0)).toMatch(/^item-extra/)
  })
})

test('whatever a file holds, there is an answer and no half of one', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((item) => JSON.stringify({ resourceType: 'Questionnaire', item: [item] })),
      ),
      (file) => {
        for (const into of [auditC, slot('kset')]) {
          const result = read(file, into)
          expect(result.status).toBe('refused')
          if (result.status === 'refused') expect(result.mismatches.length).toBeGreaterThan(0)
        }
      },
    ),
  )
})

test('whatever is cut out of a good file, it is refused or still has every question', () => {
  const whole = JSON.stringify(questionnaireFile(auditC))
  const linkIds = auditC.items.map(({ linkId }) => linkId)
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(40), (from, length) => {
      const result = read(whole.slice(0, from) + whole.slice(from + length))
      if (result.status === 'read') expect(Object.keys(result.text.items)).toEqual(linkIds)
    }),
  )
})
