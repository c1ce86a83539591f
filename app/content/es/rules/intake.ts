import type { IntakeRuleId } from '../../../clinical/rules/intake/rules.ts'
import type { RuleWords } from '../../rule-words.ts'

const medicine =
  'Primero hay que revisar una de sus medicinas. Siga tomándola como siempre, salvo que su clínico diga otra cosa.'

export const intake: Record<IntakeRuleId, RuleWords> = {
  B01: {
    condition: 'C-SSRS alto: intención, un plan, o una conducta en los últimos tres meses',
    patient: ({ crisis, team }) => `${crisis} ${team}`,
    clinician: 'C-SSRS alto. Llame ahora. Teléfono y dirección, si los dio, están en la página del paciente.',
  },
  B02: {
    condition: 'C-SSRS moderado: ideas con un método, o una conducta anterior',
    patient: ({ team }) => `Antes del próximo paso viene una conversación sobre cómo estar a salvo. ${team}`,
    clinician: 'C-SSRS moderado. Evalúe y complete un plan de seguridad antes de seguir.',
  },
  B03: {
    condition: 'C-SSRS bajo: deseo de estar muerto o ideas sin método, y nada más',
    patient: ({ team }) => `Gracias por decirlo. Un plan de seguridad, hecho entre todos, ayuda. ${team}`,
    clinician: 'C-SSRS bajo, que no es ninguno. Ofrezca un plan de seguridad.',
  },
  B04: {
    condition: 'Alguna pregunta del C-SSRS omitida',
    patient: ({ team }) => `Está bien omitir. ${team}`,
    clinician: 'Se omitieron preguntas del C-SSRS. Hable con la persona antes de seguir.',
  },
  B05: {
    condition: 'Ítem 9 del PHQ-9 con más que «para nada», y sin tamizaje de suicidio el mismo día',
    patient: 'Hay unas preguntas más sobre cómo estar a salvo. Puede omitir cualquiera.',
    clinician: 'El ítem 9 del PHQ-9 es positivo y ese día no hubo tamizaje de suicidio.',
  },
  B06: {
    condition: 'Total del PHQ-9 en el límite o más',
    patient: 'Sus respuestas muestran un tiempo muy difícil. Conviene verlo con su clínico.',
    clinician: 'PHQ-9 alto. Vea ítems y funcionamiento.',
  },
  B07: {
    condition: 'Total del PCL-5 en el límite o más, o su patrón de síntomas cumplido',
    patient: null,
    clinician: 'PCL-5 positivo por total, por patrón o por ambos. Si no coinciden, pregunte.',
  },
  B08: {
    condition: 'ITQ: ambas partes cumplidas',
    patient: 'Para usted conviene ir más despacio, con apoyo preparado antes.',
    clinician: 'Patrón de TEPT complejo en el ITQ. Antes: preparación, terapeuta y un plan cuidadoso.',
  },
  B09: {
    condition:
      'DES-II o su media taxón en el límite o más; sin DES cargado, DSS-B en su límite o más; sin ninguno, irreal o perdiendo el tiempo a menudo o casi todos los días, en una sola pregunta nuestra',
    patient: 'Sentirse irreal o perder tiempo importa para su plan.',
    clinician: 'Disociación fuera de las sesiones. Para hablarlo; por sí sola no excluye a nadie.',
  },
  B10: {
    condition: 'Un trastorno disociativo diagnosticado, o B08 y B09 juntos',
    patient: 'Primero tiene que estar el apoyo adecuado.',
    clinician: 'No en casa antes de un plan escrito con un terapeuta que conozca la disociación.',
  },
  B11: {
    condition: 'Alguna pregunta firme de la clínica sobre psicosis con sí, o PQ-16 en el límite o más',
    patient: 'Conviene que un clínico hable con usted de estas respuestas.',
    clinician: 'Tamizaje de psicosis. El TEPT eleva el PQ-16: entreviste.',
  },
  B12: {
    condition: 'Manía ahora; o manía antes, o un tamizaje bipolar positivo',
    patient: ({ neutral }) => neutral,
    clinician: 'Manía ahora, antes o por tamizaje. Vea cuál pregunta.',
  },
  B13: {
    condition:
      'AUDIT-C en el límite de su sexo al nacer o más, o en el más alto; sin él cargado, la pregunta única sobre alcohol positiva',
    patient: 'El alcohol y esta medicina no se mezclan los días de sesión.',
    clinician: 'Tamizaje de alcohol positivo. Si todo viene de la primera pregunta, pregunte cantidades.',
  },
  B14: {
    condition:
      'Dependencia ahora o trastorno por opioides alguna vez; o DAST-10 en el límite o más; sin él cargado, TAPS-1 en drogas o medicinas',
    patient: 'Gracias por hablar con franqueza. Un clínico necesita planear esto con usted.',
    clinician: 'Consumo de sustancias. Vea cuál respuesta; se guarda aparte del resto del expediente.',
  },
  B15: {
    condition: 'Uso anterior de ketamina o PCP que causó daño',
    patient: ({ neutral }) => neutral,
    clinician: 'Mal uso anterior de ketamina o PCP.',
  },
  B16: {
    condition: 'Sin consulta al programa estatal de monitoreo de recetas, o una más antigua que el límite',
    patient: null,
    clinician: 'Consulte E-FORCSE (Florida) o NJPMP (Nueva Jersey) antes de ordenar.',
  },
  B17: {
    condition:
      'El programa de monitoreo muestra un opioide, una benzodiacepina, ketamina de otra parte, o tantos recetadores como el límite',
    patient: null,
    clinician: 'El programa muestra otras sustancias controladas. Vale más que lo dicho.',
  },
  B18: {
    condition:
      'Una medicina de una clase que el protocolo no permite junto a la ketamina, contada o vista en el programa de monitoreo',
    patient: medicine,
    clinician: 'Medicina de una clase bloqueada. No pida dejarla sin quien la receta.',
  },
  B19: {
    condition:
      'Una medicina de una clase que el protocolo pide revisar, contada o vista en el programa de monitoreo, o que no coincidió con ningún ingrediente',
    patient: medicine,
    clinician: 'Medicina por revisar, o no reconocida. No suspender de golpe.',
  },
  B20: {
    condition: 'Toma prazosina, doxazosina, clonidina o guanfacina',
    patient: 'Su medicina para pesadillas o presión importa aquí. Díganos cuándo la tomó.',
    clinician: 'Medicina alfa: pregunte la última toma, mida de pie, advierta de caídas.',
  },
  B21: {
    condition: 'Presión media en casa en el límite de revisión o de espera, o más',
    patient: 'Su presión está más alta de lo que permite nuestro plan. Esto va primero.',
    clinician: 'Presión en casa, media de dos días.',
  },
  B22: {
    condition:
      'STOP-BANG alto; si además hay benzodiacepina u opioide, contada o vista en el programa de monitoreo, detener',
    patient: 'La apnea del sueño puede importar con esta medicina.',
    clinician: 'STOP-BANG alto. La sedación se suma.',
  },
  B23: {
    condition:
      'Sangre en la orina, o ICSI en el límite o más; sin él cargado, alguna señal de alerta de la vejiga',
    patient: 'Los síntomas de la vejiga van primero.',
    clinician: 'Síntomas de vejiga antes de la primera dosis.',
  },
  B24: {
    condition: 'Enfermedad grave del hígado, o ALT en el límite de revisión o de espera, o más',
    patient: ({ neutral }) => neutral,
    clinician: 'Hígado: enfermedad nombrada, o ALT como múltiplo del límite del laboratorio.',
  },
  B25: {
    condition: 'Corresponde una prueba de embarazo, y es positiva o no se hizo',
    patient: 'Queda un paso privado. Su clínico puede explicarlo.',
    clinician: 'Prueba de embarazo pendiente o positiva. Privado.',
  },
  B26: {
    condition: 'Amamanta',
    patient: 'El horario de las tomas es algo para planear con usted.',
    clinician: 'Amamanta. Pregunte la edad del bebé; planee una pausa.',
  },
  B27: {
    condition: 'En la edad desde la que mira quien receta, o más',
    patient: null,
    clinician: 'Edad mayor: caídas y presión.',
  },
  B28: {
    condition: 'Sin persona de apoyo que haya aceptado y esté confirmada',
    patient: 'Un adulto sobrio que se queda con usted es parte del plan. ¿Quiere ayuda para encontrarlo?',
    clinician: 'Sin persona de apoyo confirmada.',
  },
  B29: {
    condition: 'Sin seguridad en casa, o miedo a la persona de apoyo; preguntado a solas',
    patient:
      'Puede salir rápido de esta página con el botón de salida. Aquí hay ayuda para quien no está a salvo en casa.',
    clinician:
      'Sin seguridad en casa. Confidencial: nunca se muestra a la persona de apoyo. Pregunte cómo contactar sin riesgo.',
  },
  B30: {
    condition: 'TEPT por diagnóstico, PCL-5 o ITQ, o B09, y sin terapeuta; con B08 y B09 juntos, detener',
    patient: 'La terapia ayuda a recuperarse del trauma. ¿Quiere ayuda para encontrar terapeuta?',
    clinician: 'Trauma sin terapeuta.',
  },
  B31: {
    condition: 'Falta un consentimiento que la clínica exige',
    patient: 'Algunos papeles aún esperan que usted los lea y acepte. En su página ve cuáles.',
    clinician: 'Consentimientos sin vigencia.',
  },
  B32: {
    condition: 'Sin base legal para la orden, con una vencida, o un encuentro sin sonido e imagen',
    patient: null,
    clinician: 'Sin base vigente para una sustancia controlada a distancia. Nadie puede abrirlo.',
  },
  B33: {
    condition: 'En la visita, en un estado que la clínica no atiende',
    patient: 'Avísenos cuando vuelva a un estado donde podamos atenderle.',
    clinician: 'Fuera de los estados atendidos, según lo declarado. Nadie puede abrirlo.',
  },
  B34: {
    condition:
      'Orden fuera del protocolo firmado: concentración, cantidad, aumento, días entre aumentos o sesiones, o unidades',
    patient: null,
    clinician: 'Orden fuera del rango firmado. Una excepción pide un motivo y va a la dirección médica.',
  },
  B35: {
    condition: 'La dosis va por peso, y el peso o la altura faltan o no pueden ser ciertos',
    patient: 'Por favor revise su peso y su altura.',
    clinician: 'Peso o altura faltan o no son creíbles.',
  },
  B36: {
    condition: 'Alergia a ketamina, esketamina o un ingrediente',
    patient: ({ neutral }) => neutral,
    clinician: 'Alergia. Nadie puede abrirlo. Pregunte agente y reacción.',
  },
  B37: {
    condition: 'Algo de la lista de corazón y vasos, preguntado otra vez para el expediente',
    patient: 'Primero un clínico necesita ver su historia del corazón y los vasos sanguíneos.',
    clinician: 'Problema de corazón o vasos en el expediente.',
  },
  B38: {
    condition: 'Presión alta en la cabeza, golpe en la cabeza con síntomas, o glaucoma de ángulo cerrado',
    patient: ({ neutral }) => neutral,
    clinician: 'Presión en la cabeza o en el ojo.',
  },
  B39: {
    condition: 'Tiroides muy activa sin tratar; o convulsiones',
    patient: ({ neutral }) => neutral,
    clinician: 'Tiroides o convulsiones.',
  },
  B40: {
    condition: 'Sin teléfono en el lugar de la sesión, o sin dirección que se pueda confirmar',
    patient: 'Tiene que haber una forma de comunicarse con usted allí.',
    clinician: 'Sin línea de voz, o sin dirección para enviar ayuda.',
  },
  B41: {
    condition:
      'Autolesión, agresión o muerte dentro de los días del límite; o un aniversario difícil ese día',
    patient: 'El momento importa. Tal vez convenga esperar un poco, y está bien.',
    clinician: 'Un hecho reciente o un aniversario. No se pide relato; hable del momento.',
  },
  B42: {
    condition: 'Primera orden, y sin confirmar caja con llave, niños, mascotas o armas',
    patient:
      'Antes del primer paquete: una caja con llave, lejos de niños y mascotas, y las armas guardadas con llave.',
    clinician: 'Almacenamiento sin confirmar.',
  },
}
