import { inScope } from '../../access/permit.ts'
import { getPublicProfile } from '../../records/practices.ts'
import { HomePage } from '../../ui/pages/home.tsx'
import { visitor } from '../route.ts'

/** The first page: what this is, who it is for, what it costs, what is known. */
export const home = visitor('GET', '/', 'read-public-profile', async (c, permit) => {
  const { words, language } = c.var
  const practice = await inScope(c.var.services.db, permit, getPublicProfile)
  return c.var.page({
    area: 'public',
    title: practice.name,
    body: <HomePage words={words.home} language={language} practice={practice} />,
  })
})
