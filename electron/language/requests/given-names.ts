/** Common given names of English and German: a person may be named whom the household does not know yet. Public, and no complete list. */
const names = `
adam alex alexander alexandra alice amelia amy andrea andreas andrew anja anke anna anne annika anton antonia anya arthur ava barbara bastian ben benjamin bernd bettina birgit carl carla caroline
carol catherine charlie charlotte chloe chris christian christina christine clara claudia connor daniel daniela david dennis diana dieter dirk dominik edward elena eli elias elisabeth elizabeth ella ellen
emily emma emil erik eric erika ethan eva evelyn fabian felix fiona finn florian frank franz freya friedrich fritz gabi george georg gerd greta grace hannah hanna hannes hans harry heike heinz
helena helga henri henry holger ida ines ingrid ingo isabel isabella jack jacob jakob james jan jana jane janina jasmin jason jens jessica joachim joe johanna johannes john jonas jonathan jörg
josef joseph josh joshua judith julia julian jürgen kai karin karl karla karsten kate katharina katie katja katrin kevin kim klara klaus konstantin kurt lara lars laura lea leah lena leni leo leon leonie
liam lily lina linda linus lisa lotte louis louise luca lucas lucy luis luisa lukas maja manfred manuel marc marcel marco marcus margaret maria marie marina mario marion mark markus marlene
marta martha martin martina mary mateo mathilda matilda matt matthew matthias max maximilian maya melanie mia michael michaela michelle mila miriam mohammed monika moritz nadine natalie nele nick
nico nicolas nicole niklas nils nina noah nora norbert ole oliver olivia oscar oskar owen pascal patricia patrick paul paula pauline peter petra phil philip philipp pia rachel ralf rebecca renate rita
robert robin rolf ronja ruby ruth ryan sabine sam samuel sandra sarah sara sascha sebastian silke silvia simon simone sofia sofie sonja sophia sophie stefan stefanie stella steve steven stephen susan
susanne sven tanja theo theresa thomas thorsten tilda till tim timo tina tobias tom tommy toni torsten ulrich ulrike ursula ute uwe valentina vanessa vera viktor victoria walter werner
wolfgang yvonne zoe`.split(/\s+/).filter((name) => name !== '')

export const givenNames: ReadonlySet<string> = new Set(names)
