import type { MedicineClass } from '../../../clinical/protocol/course.ts'
import type { ClassWords } from '../../medicine-words.ts'

const keep =
  'Primero hay que revisar una de sus medicinas. Siga tomándola como siempre, salvo que su clínico diga otra cosa.'
const talk = 'Gracias por decirlo. Esto hay que planearlo, junto con un clínico.'

export const classes: Record<MedicineClass, ClassWords> = {
  theophylline: {
    name: 'Teofilina y aminofilina',
    clinician:
      'Baja el umbral convulsivo con ketamina; la ficha dice que no se den juntas. Hable con quien la receta.',
    patient: keep,
  },
  benzodiazepine: {
    name: 'Benzodiacepinas',
    clinician:
      'Ficha: juntas, sedación profunda, depresión respiratoria, coma, muerte. Pueden acortar o debilitar el beneficio. Nunca suspender de golpe: abstinencia, convulsiones. La guía VA/DoD las desaconseja en el TEPT.',
    patient: keep,
  },
  'opioid-full-agonist': {
    name: 'Opioides salvo buprenorfina y metadona',
    clinician:
      'Ficha: juntos, sedación profunda, depresión respiratoria y recuperación más larga. Consulte el programa de monitoreo y pregunte por trastorno por opioides; considere naloxona en casa.',
    patient: keep,
  },
  'buprenorphine-or-methadone': {
    name: 'Buprenorfina y metadona',
    clinician:
      'El efecto opioide y sedante se suma; la metadona alarga el QT. Suele ser tratamiento de un trastorno por opioides: decida con quien la receta y nunca aconseje dejarla.',
    patient: keep,
  },
  sedative: {
    name: 'Otros sedantes',
    clinician:
      'Fármacos Z, gabapentinoides, relajantes musculares, antihistamínicos sedantes: la sedación y la respiración lenta se suman. Pregunte por el mismo día.',
    patient: keep,
  },
  stimulant: {
    name: 'Estimulantes y otras medicinas que suben la presión',
    clinician:
      'Ficha: vigilar de cerca los signos vitales con simpaticomiméticos y vasopresina. Acuerde la toma de la mañana con quien la receta; presión antes de la sesión.',
    patient: keep,
  },
  'stimulant-not-prescribed': {
    name: 'Estimulantes que nadie recetó',
    clinician:
      'Presión, pulso y ritmo. No se sabe qué contienen ni cuánto. Pregunte sin juzgar; se guarda aparte del resto del expediente.',
    patient: talk,
  },
  decongestant: {
    name: 'Descongestionantes',
    clinician:
      'Simpaticomiméticos: la ficha pide vigilar de cerca los signos vitales. Suelen ir en remedios para el resfriado.',
    patient: keep,
  },
  maoi: {
    name: 'Inhibidores de la MAO',
    clinician:
      'Preocupa la subida de presión; en casos aislados con tranilcipromina no hubo cambio relevante. Más lecturas. Nunca suspender de golpe.',
    patient: keep,
  },
  lamotrigine: {
    name: 'Lamotrigina',
    clinician:
      'Dos de cinco estudios vieron debilitados los efectos de la ketamina; puede haber menos efectos adversos. Nunca suspenderla por una sesión: convulsiones, y erupción al retomarla.',
    patient: keep,
  },
  naltrexone: {
    name: 'Naltrexona',
    clinician:
      'Quitó el beneficio antidepresivo en un cruzado de 12 personas y no cambió la disociación; informes menores discrepan. Suele ser tratamiento de una dependencia: nunca aconseje dejarla.',
    patient: keep,
  },
  'alpha-blocker-or-agonist': {
    name: 'Medicinas alfa: prazosina, doxazosina, clonidina, guanfacina y afines',
    clinician:
      'Llevan la presión al lado contrario que la ketamina; bajadas al ponerse de pie, caídas. Hora de la última toma, lectura sentado y de pie. Clonidina suspendida de golpe: hipertensión de rebote. No se halló indicio de que debiliten el beneficio.',
    patient:
      'Su medicina para pesadillas o presión importa aquí. Siga tomándola como siempre, salvo que su clínico diga otra cosa. Díganos cuándo la tomó.',
  },
  'other-antihypertensive': {
    name: 'Otras medicinas para la presión',
    clinician: 'Siguen como siempre; una toma omitida es más presión. Pregunte si la tomó hoy.',
    patient: 'Su medicina para la presión importa aquí. Siga tomándola como siempre. Díganos cuándo la tomó.',
  },
  'cyp3a4-inhibitor-clarithromycin': {
    name: 'Claritromicina',
    clinician:
      'S-ketamina oral: AUC 2.6 veces y Cmax 3.6 veces mayores. Un tratamiento corto acaba pronto: acuerde la fecha con quien la receta.',
    patient: keep,
  },
  'cyp3a4-inhibitor-other': {
    name: 'Otros inhibidores del CYP3A4',
    clinician:
      'Por clase, llega más de lo que se traga. Con itraconazol no subió el AUC, sí la somnolencia. Algunos inhibidores moderados figuran con los fuertes.',
    patient: keep,
  },
  grapefruit: {
    name: 'Toronja',
    clinician:
      'S-ketamina oral: AUC 3.0 veces y Cmax 2.1 veces mayores. Cuántos días dura no está verificado.',
    patient:
      'La toronja y su jugo pueden cambiar cómo actúa la medicina de la sesión. Pregunte a su clínico.',
  },
  'cyp2b6-inhibitor': {
    name: 'Inhibidores del CYP2B6',
    clinician:
      'Ticlopidina: AUC de S-ketamina oral 2.4 veces mayor; el clopidogrel actúa en la misma enzima. Ambos previenen coágulos: nunca suspenderlos por una sesión.',
    patient: keep,
  },
  'enzyme-inducer': {
    name: 'Inductores enzimáticos',
    clinician:
      'S-ketamina oral: AUC 86% menor con rifampicina, 58% menor con hierba de San Juan. Cuando el inductor acaba, la misma dosis vuelve a llegar entera: mire su inicio y su fin. Aquí no se sube ninguna dosis por ello.',
    patient: keep,
  },
  'thyroid-hormone': {
    name: 'Hormona tiroidea',
    clinician: 'Con ketamina se describieron presión alta y pulso rápido. Vea si la TSH está en rango.',
    patient: keep,
  },
  antipsychotic: {
    name: 'Antipsicóticos',
    clinician:
      'Pregunte para qué es: puede indicar psicosis. La clozapina debilitó los efectos de la ketamina en la esquizofrenia, risperidona y haloperidol en parte, olanzapina no. Nunca suspender de golpe.',
    patient: keep,
  },
  lithium: {
    name: 'Litio',
    clinician: 'No se halló interacción significativa. Puede indicar trastorno bipolar: vea el tamizaje.',
    patient: keep,
  },
  antidepressant: {
    name: 'Antidepresivos salvo inhibidores de la MAO',
    clinician:
      'En general se pueden combinar. Picos de presión más altos con ISRS en un estudio intravenoso. Nunca suspender de golpe.',
    patient: keep,
  },
  'seizure-or-nmda-overlap': {
    name: 'Tramadol, dextrometorfano, memantina, amantadina, otra ketamina',
    clinician:
      'Umbral convulsivo, serotonina o el mismo receptor NMDA. El dextrometorfano está en muchos jarabes para la tos. Ketamina de otro lugar: consulte el programa de monitoreo.',
    patient: keep,
  },
  'barbiturate-or-ghb': {
    name: 'Barbitúricos y oxibato (GHB)',
    clinician:
      'La sedación y la respiración lenta se suman, y mucho. Barbitúricos: nunca suspender de golpe; algunos son también inductores.',
    patient: keep,
  },
  alcohol: {
    name: 'Bebidas alcohólicas',
    clinician:
      'La sedación y la respiración lenta se suman. Si bebe a diario: pregunte por abstinencia antes de aconsejar. Se guarda aparte del resto del expediente.',
    patient: talk,
  },
  cannabis: {
    name: 'Cannabis y cannabinoides',
    clinician:
      'La sedación se suma. La guía VA/DoD desaconseja el cannabis en el TEPT. Dronabinol, nabilona y cannabidiol pueden ser recetados. Se guarda aparte del resto del expediente.',
    patient: talk,
  },
  'enzyme-inhibiting-antidepressant': {
    name: 'Antidepresivos que frenan enzimas: fluoxetina, fluvoxamina',
    clinician:
      'Un concepto por clase: puede llegar más. La norfluoxetina queda semanas después de la última toma de fluoxetina.',
    patient: keep,
  },
}
