import { existsSync, readFileSync } from 'node:fs'

/** Addresses of what the browser build made, with its content's hash in each name. */
export type Assets = {
  styles: string[]
  fonts: string[]
  /** By file name in app/islands, without its ending. */
  island: (name: string) => string
}

type Manifest = Record<string, { file: string; css?: string[] }>

/** The one face fetched early: Latin, upright. The rest of the alphabet comes when it is needed. */
const EARLY_FONT = /latin-wght-normal\.woff2$/
const NOT_THAT = /latin-ext/

/** Reads the manifest of the browser build. Without a build (unit tests) pages come bare. */
export function readAssets(clientFolder: string): Assets {
  const file = `${clientFolder}/.vite/manifest.json`
  const manifest: Manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const entries = Object.entries(manifest)
  const address = (name: string) => `/${name}`
  return {
    styles: entries.filter(([source]) => source === 'app/ui/styles.css').map(([, { file }]) => address(file)),
    fonts: entries
      .filter(([source]) => EARLY_FONT.test(source) && !NOT_THAT.test(source))
      .map(([, { file }]) => address(file)),
    island: (name) => address(manifest[`app/islands/${name}.ts`]?.file ?? `assets/${name}.js`),
  }
}
