/** Whether a window can be shown at all. */
export const hasDisplay = (): boolean => process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
