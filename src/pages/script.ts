/** Where scripts run, the buttons that copy an address are there. Nothing else needs one. */
export const scriptJs = `
if (navigator.clipboard) for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false
  button.onclick = () => navigator.clipboard.writeText(button.dataset.copy).then(() => {
    document.getElementById("copied").textContent = button.dataset.copied
    for (const other of document.querySelectorAll(".done")) other.classList.remove("done")
    button.classList.add("done")
  })
}
`.trim();
