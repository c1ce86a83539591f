import type { Change } from '../../clinical/protocol/diff.ts'
import { placeName } from '../../clinical/protocol/places.ts'
import { cellText, fullLabel, limitLabel, limitWords } from '../../content/limit-words.ts'
import { Button } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { Contradictions } from '../protocol/contradictions.tsx'
import { LimitField, type LimitForm, problemText } from '../protocol/limit-fields.tsx'
import { GroupLinks, groupId, LIMIT_GROUPS, pathsIn } from '../protocol/limits-list.tsx'
import { type VersionView, versionHref } from '../protocol/version-view.ts'

export const EDIT_FORM = 'protocol-draft'

type ProtocolEditPageProps = LimitForm & {
  version: VersionView
  /** What the draft said when this page was made: saving over something else is told. */
  readHash: string
  /** Where what was written differs from what somebody else saved meanwhile; null when nobody did. */
  meanwhile: readonly Change[] | null
}

/** A form over every field, grouped. It needs no script, and what is unclear comes back as it was written. */
export function ProtocolEditPage({ version, readHash, meanwhile, ...form }: ProtocolEditPageProps) {
  const { language, words, written, problems } = form
  const own = words.edit
  const href = versionHref(version.version)
  const expiry = problems.get('expiresOn')
  return (
    <div class="wide flow">
      <header class="console-head">
        <h1>{own.title(version.version)}</h1>
        <p class="push">
          <a href={href}>{own.back}</a>
        </p>
      </header>
      {problems.size > 0 && (
        <Notice kind="problem" title={own.unclear.title(problems.size)}>
          <p>{own.unclear.text}</p>
          <p class="with-links">
            {[...problems.keys()].map((name) => (
              <a key={name} href={`#${name}`}>
                {nameOfField(form, name)}
              </a>
            ))}
          </p>
        </Notice>
      )}
      {meanwhile !== null && <Meanwhile form={form} changes={meanwhile} />}
      {version.isInvented && <Notice kind="problem">{words.invented}</Notice>}
      <p class="lead">{own.lead}</p>
      <p>{own.empty}</p>
      <Contradictions language={language} words={words} limits={version.limits} />
      <GroupLinks language={language} words={words} />
      <form method="post" action={`${href}/edit`} id={EDIT_FORM} class="limit-form">
        <input type="hidden" name="readHash" value={readHash} />
        <div class="field">
          <label for="expiresOn">{own.expiresOn}</label>
          <p class="field-hint" id="expiresOn-hint">
            {own.expiresHint}
          </p>
          {expiry && (
            <p class="field-error" id="expiresOn-error">
              {problemText(own, expiry)}
            </p>
          )}
          <input
            id="expiresOn"
            name="expiresOn"
            type="date"
            value={written.expiresOn ?? ''}
            aria-invalid={expiry ? true : undefined}
            aria-describedby={expiry ? 'expiresOn-error' : 'expiresOn-hint'}
          />
        </div>
        {LIMIT_GROUPS.map((group) => (
          <section key={group} aria-labelledby={groupId(group)}>
            <h2 id={groupId(group)}>{limitWords[language].groups[group]}</h2>
            <div class="limit-fields">
              {pathsIn(group).map((path) => (
                <LimitField key={path} form={form} path={path} />
              ))}
            </div>
          </section>
        ))}
        <p class="actions save-bar">
          <Button kind="first" name="step" value="save">
            {own.save}
          </Button>
          <a href={href}>{own.back}</a>
        </p>
      </form>
    </div>
  )
}

const nameOfField = ({ language, words }: LimitForm, name: string): string =>
  name === 'expiresOn' ? words.edit.expiresOn : (limitLabel(language, name) ?? name)

function Meanwhile({ form, changes }: { form: LimitForm; changes: readonly Change[] }) {
  const own = form.words.edit.changedMeanwhile
  const { language } = form
  return (
    <Notice kind="problem" title={own.title}>
      <p>{own.text}</p>
      <ul>
        {changes.map(({ place, field, before, after }) => (
          <li key={placeName(place)}>
            {own.line(
              fullLabel(language, place),
              cellText(language, field, after),
              cellText(language, field, before),
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
