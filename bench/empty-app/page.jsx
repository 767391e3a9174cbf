import { createRoot } from 'react-dom/client'

createRoot(document.getElementById('root')).render(<label>Passphrase <input autoFocus /></label>)
