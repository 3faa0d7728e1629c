// The elements whose text is cut off at the side of the screen, given the screen's width.
width => {
  const scrolls = element =>
    element && (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
  return [...document.querySelectorAll(".md-content *, .md-header *, .md-footer *")]
    .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter(element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .filter(element => {
      const { left, right, width: own } = element.getBoundingClientRect()
      return own > 1 && (left < -1 || right > width + 1) && !scrolls(element.parentElement)
    })
    .map(element => `${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 60)}`)
}
