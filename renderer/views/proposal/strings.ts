/** What a proposal says. */
export const strings = {
  open: 'Put this into your calendar?',
  accepted: 'In your calendar',
  dismissed: 'Set aside. Nothing was put into the calendar.',
  undone: 'Taken out of your calendar again.',
  accept: 'Accept',
  dismiss: 'Not now',
  undo: 'Undo',
  show: 'Show in calendar',
  add: 'Added',
  edit: 'Changed',
  remove: 'Removed',
  was: 'was',
}
