/** From the free assessment to an account. */
export const register = {
  /** Stands in the tab and the history. */
  title: 'Your account',
  heading: 'Your first step with us',
  lead: 'A few things about you, so that a person can meet you. You can still turn back.',
  facts: (practice: string) => [
    {
      term: 'Who sees it',
      text: `Your care team at ${practice}. From now on they also see the answers you just gave.`,
    },
    {
      term: 'What happens then',
      text: 'We send you a mail with a link. It opens your account. It says nothing about health.',
    },
    { term: 'What it costs', text: 'Nothing. You decide about everything else later.' },
  ],
  givenName: 'First name',
  givenNameHint: 'The name you want us to use.',
  familyName: 'Last name',
  email: 'Mail address',
  emailHint: 'Best is one that only you read.',
  bornOn: 'Birth date',
  bornOnHint: 'This care is for adults.',
  state: 'State',
  stateHint: 'Where you would be for visits and on the day itself.',
  place: 'City or town',
  language: 'Language you would like to read',
  languages: { en: 'English', es: 'Spanish' },
  send: 'Make my account',
  back: 'Back to where this led',
  problemTitle: 'Something is still open',
  problem: {
    givenName: 'Please write a first name.',
    familyName: 'Please write a last name.',
    email: 'Please look at the mail address once more. It needs an @ and a name after it.',
    bornOn: 'Please write your birth date with day, month and year.',
    state: 'Please choose a state.',
    place: 'Please write your city or town.',
    language: 'Please choose a language.',
  },
  sent: {
    title: 'Look in your mail',
    text: 'We have sent you a mail with a link. It opens your account once, within three days.',
    nothing:
      'Nothing there after some minutes? Look among the unwanted mail. You can also ask for another link on the sign-in page.',
    same: 'To keep people private, this page reads the same for everyone, with or without an account.',
    signIn: 'To sign-in',
    demo: 'In this demo no mail goes out. You can read it here instead.',
  },
}
