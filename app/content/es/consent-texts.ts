import type { ConsentKind } from '../../clinical/consents.ts'
import type { ConsentText } from '../en/consent-texts.ts'

export const consentTexts: Record<ConsentKind, ConsentText> = {
  telehealth: {
    title: 'Atención por video',
    lead: 'Usted ve a su médico por video. Aquí dice cómo funciona, y lo que no puede hacer.',
    parts: [
      {
        title: 'Cómo funciona',
        paragraphs: [
          'Usted y el médico se ven y se oyen por un teléfono o una computadora. Necesita un lugar tranquilo donde nadie más escuche.',
          'En cada visita preguntamos dónde está. Un médico solo puede atenderle mientras esté en un estado donde tiene licencia.',
          'Si la imagen o el sonido se cortan, le llamamos por teléfono.',
        ],
      },
      {
        title: 'Lo que no puede hacer',
        paragraphs: [
          'Un médico en una pantalla no puede examinar su cuerpo. Algunas cosas necesitan una visita en persona, y entonces lo decimos.',
          'Ninguna línea es del todo privada. Usamos una hecha para la salud, y no grabamos las visitas.',
          'El video no es para emergencias. Si hay peligro, llame al 911. Si piensa en acabar con su vida, llame o escriba al 988.',
        ],
      },
      {
        title: 'Lo que siempre puede hacer',
        paragraphs: [
          'Pedir una pausa, apagar la imagen o terminar la visita. Puede tener a alguien a su lado. Puede elegir ver a un médico en persona.',
        ],
      },
    ],
    agree: 'He leído esto, y estoy de acuerdo en ver a mi equipo por video.',
    takenBack:
      'Entonces no hay más visitas por video. Sin ellas no podemos planear ni seguir el tratamiento, así que el próximo paso espera. Le ayudamos a buscar a alguien en persona. Su expediente se queda.',
  },
  'off-label-treatment': {
    title: 'Sobre la medicina',
    lead: 'Aquí dice con claridad lo que se sabe de la ketamina después de un trauma, y lo que no.',
    parts: [
      {
        title: 'Qué quiere decir fuera de la etiqueta',
        paragraphs: [
          'La ketamina está aprobada para cirugías. No está aprobada para el TEPT, la ansiedad, la depresión ni el dolor. Aun así, un médico puede usarla para eso. Se llama uso fuera de la etiqueta.',
          'Una farmacia prepara la medicina para usted. Ninguna oficina pública ha comprobado que funcione, ni cuánto lleva cada pieza, como con una medicina aprobada.',
          'La FDA ha advertido sobre usarla en casa sin un clínico presente.',
        ],
      },
      {
        title: 'Lo que se sabe, y lo que no',
        paragraphs: [
          'Los estudios de ketamina para el TEPT son pocos, pequeños y no coinciden. La dieron por la vena en una clínica. De tomarla en casa no conocemos ningún estudio del tipo más fuerte.',
          'La guía de 2023 del VA y del Departamento de Defensa sugiere no usar ketamina para el TEPT. Pone primero la terapia hablada para el trauma.',
          'Puede ayudarle. Puede no hacer nada. Puede hacer más duras algunas cosas. Nadie puede saberlo antes.',
        ],
      },
      {
        title: 'Lo que puede pasar',
        paragraphs: [
          'Frecuente por unas horas: sentirse lejos o raro, mareo, náusea, cansancio, el corazón más rápido, la presión más alta. Pueden venir sentimientos o recuerdos antiguos.',
          'Menos frecuente: mucho miedo, confusión, vómito, presión muy alta, respiración lenta, un mal giro del ánimo.',
          'Con mucho uso en el tiempo: daño a la vejiga o al hígado, problemas de memoria, y necesitarla cada vez más. Por eso buscamos señales de ello, y por eso un tratamiento tiene un final.',
        ],
      },
      {
        title: 'Otros caminos',
        paragraphs: [
          'Hay tratamientos hablados hechos para el trauma, otras medicinas, y esperar. Puede preguntar por cada uno. Puede elegir otro en cualquier momento.',
        ],
      },
    ],
    agree:
      'He leído esto. Sé que la medicina la prepara una farmacia y que es un uso fuera de la etiqueta, y quiero seguir.',
    takenBack:
      'Entonces ya no hay sesiones con nosotros, y el próximo paso espera. Lo que hay en casa sigue bajo llave hasta que hayamos hablado. Hablamos con usted de cómo está, y de otros caminos. Nadie se enoja con usted.',
  },
  'privacy-practices': {
    title: 'Su privacidad',
    lead: 'Aquí dice quién ve lo que nos cuenta, por qué, y lo que puede hacer al respecto.',
    parts: [
      {
        title: 'Quién lo ve',
        paragraphs: [
          'Su médico y las personas que le cuidan ven lo que necesitan para eso. Cada mirada queda anotada.',
          'Su terapeuta y la persona que se queda con usted ven solo lo que usted elige mostrarles. Puede terminarlo con un toque.',
          'La farmacia recibe lo que necesita para preparar y enviar la medicina. Quienes cuidan nuestras computadoras no pueden leer su expediente.',
        ],
      },
      {
        title: 'Cuándo podemos hablar sin preguntarle',
        paragraphs: [
          'Cuando una vida está en peligro, podemos pedir ayuda.',
          'Cuando alguien hace daño a un niño, o a un adulto que no puede protegerse, la ley nos obliga a decirlo.',
          'Cuando un tribunal lo ordena. No damos más de lo que la orden pide.',
        ],
      },
      {
        title: 'Lo que no hacemos',
        paragraphs: [
          'No vendemos lo que nos cuenta. No lo usamos para anuncios. Ninguna otra empresa mira estas páginas.',
        ],
      },
      {
        title: 'Sus derechos',
        paragraphs: [
          'Puede leer su expediente y tener una copia. Puede pedir que se corrija. Puede preguntar quién lo ha mirado. Puede quejarse ante nosotros o ante el Departamento de Salud y Servicios Humanos, y nada cambia en cómo le tratamos.',
        ],
      },
    ],
    agree: 'He leído cómo se usa y se guarda mi información.',
    takenBack:
      'Entonces dejamos de usar su expediente para pasos nuevos, y el próximo paso espera. Lo que la ley nos dice que guardemos, lo guardamos. Lo que ha mostrado a otros lo puede terminar aparte, en cualquier momento.',
  },
  'home-treatment': {
    title: 'En casa',
    lead: 'Esto es lo que usted y nosotros nos decimos sobre los días con medicina en casa.',
    parts: [
      {
        title: 'Lo que le pedimos, y por qué',
        paragraphs: [
          'Un adulto de confianza se queda con usted todo el tiempo, y hasta que esté del todo de vuelta. Alguien tiene que ver cómo está y pedir ayuda.',
          'Toma lo que está planeado, a la hora planeada, y no más. Más es más riesgo, no más ayuda.',
          'No conduce, no cocina y no cuida a un niño hasta que haya dormido una noche.',
          'Guarda la medicina bajo llave, lejos de niños, visitas y mascotas. Es solo para usted.',
          'Nos dice qué otras medicinas, alcohol y drogas toma. Algunas, junto con la ketamina, pueden hacer muy difícil o imposible respirar.',
          'Ve a su terapeuta en los días que siguen.',
        ],
      },
      {
        title: 'Lo que nos puede pedir',
        paragraphs: [
          'En cada sesión se puede contactar a un clínico. Antes de cada una miramos con usted si hoy es un buen día.',
          'Puede parar antes, o pedir ayuda durante, sin una razón y sin un precio.',
          'Le decimos cuándo pensamos que es mejor esperar o terminar, y ayudamos con lo que sigue.',
        ],
      },
      {
        title: 'Cuando las cosas van de otro modo',
        paragraphs: [
          'Las cosas pasan. Se pierde una pieza, alguien no puede venir, hubo una copa, se tomó más de lo planeado. Díganos, por favor. Decirlo nunca se usa en su contra. Miramos juntos lo que le mantiene a salvo.',
          'Contar lo que queda sirve para que las casas sean seguras. No es una prueba para usted.',
        ],
      },
    ],
    agree: 'He leído esto, y estoy de acuerdo para mis días con medicina en casa.',
    takenBack:
      'Entonces no hay sesiones en casa, y el próximo paso espera. Por favor, guarde bajo llave lo que tiene. Le decimos cómo entregarlo. Toda la otra atención y ayuda sigue abierta para usted.',
  },
}
