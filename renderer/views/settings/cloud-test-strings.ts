/** What the test of a cloud says. */
export const strings = {
  /** Nothing of any household is in it. */
  question: 'What helps against limescale in a kettle?',
  start: 'Ask a test question',
  hint: 'It goes through the departure panel, like everything that leaves, and costs what one short question costs.',
  waiting: 'The departure panel shows what would leave.',
  asking: 'Asking…',
  answered: 'It answers.',
  refused: 'You kept the question here, so nothing was tested.',
}
