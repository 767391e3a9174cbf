/** The Electron whose behaviour is stood in for. */
export const ELECTRON_VERSION = '45.4.1'
