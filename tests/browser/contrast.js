// The texts on a page whose contrast with what lies behind them is less than WCAG 2.2 asks for (1.4.3, AA): 4.5, or 3
// for large text. Given a selector, only texts within its elements.
within => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
  const parse = colour => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
    return { channels: [red, green, blue], alpha: alpha / 255 }
  }
  const over = (top, bottom) => top.channels.map((value, i) => value * top.alpha + bottom[i] * (1 - top.alpha))
  const background = element => {
    if (!element) return [255, 255, 255]
    const own = parse(getComputedStyle(element).backgroundColor)
    return own.alpha === 1 ? own.channels : over(own, background(element.parentElement))
  }
  const opacity = element => (element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1)
  const luminance = channels => {
    const [red, green, blue] = channels.map(value => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (element, style) => {
    const behind = background(element)
    const ink = parse(style.color)
    const shown = over({ ...ink, alpha: ink.alpha * opacity(element) }, behind)
    const [light, dark] = [luminance(shown), luminance(behind)].sort((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }
  // The tokens of `tokens.css` that have a colour: where an ink is one, a failure names it.
  const tokens = [...document.body.computedStyleMap()]
    .filter(([name]) => name.startsWith("--tl-"))
    .map(([name, [value]]) => [name, String(value).trim()])
    .filter(([, value]) => CSS.supports("color", value))
    .map(([name, value]) => [name, String(parse(value).channels)])
  const named = style => tokens.filter(([, value]) => value === String(parse(style.color).channels)).map(([name]) => name)
  const isLarge = style => {
    const size = parseFloat(style.fontSize)
    return size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
  }
  const styles = element => [
    ...([...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
      ? [["", getComputedStyle(element)]]
      : []),
    ...["::before", "::after"]
      .map(part => [part, getComputedStyle(element, part)])
      .filter(([, style]) => /"[^"]*[^"\s][^"]*"/.test(style.content)),
  ]
  return [...document.querySelectorAll(within)]
    .flatMap(root => [root, ...root.querySelectorAll("*")])
    .filter(element => !element.closest("svg"))
    .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .flatMap(element => styles(element).map(([part, style]) => [element, part, style, contrast(element, style)]))
    .filter(([, , style, ratio]) => ratio < (isLarge(style) ? 3 : 4.5))
    .map(([element, part, style, ratio]) => [
      `${ratio.toFixed(2)}: ${element.localName}.${element.className}${part}`,
      element.textContent.trim().slice(0, 40),
      ...(named(style).length ? [`(${named(style).join(", ")})`] : []),
    ].join(" "))
}
