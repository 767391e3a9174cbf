window.setByThePage = 1
document.querySelector('#heading').textContent = 'Contract app'
try {
  window.madeFromText = new Function('return "ran"')()
} catch (error) {
  window.madeFromText = error.name
}
