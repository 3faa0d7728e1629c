// Pages as the browser's parser reads them: their elements with all that a text must not change, and their texts.
// Of data in a page its keys are such, and its values are texts. In BibTeX a text is written in commands of TeX.
async addresses => {
  const worded = new Set(["title", "aria-label", "content", "alt", "data-label"])
  const depth = element => (element.parentElement ? 1 + depth(element.parentElement) : 0)
  const dataOf = element => (element.type === "application/ld+json" ? JSON.parse(element.textContent) : {})
  const codeOf = element => Object.keys(dataOf(element)).join() || element.textContent
  const describe = element => {
    const attributes = [...element.attributes].map(({ name, value }) => (worded.has(name) ? name : `${name}=${value}`))
    const code = ["script", "style"].includes(element.localName) ? codeOf(element) : ""
    return [depth(element), element.localName, ...attributes.sort(), code].join(" ")
  }
  // Which names a drawn map has, and where, follows from how long they are.
  const mapName = /^\d+ text class=tl-locator__(place|neighbour|country)-name text-anchor=(start|middle|end) x=[\d.-]+ y=[\d.-]+ $/
  const read = async address => {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html")
    const elements = [...page.querySelectorAll("*")]
    const described = elements.map(describe)
    const data = [...page.scripts].flatMap(script => Object.values(dataOf(script))).filter(value => typeof value === "string")
    page.querySelectorAll(".tl-cite pre").forEach(bibtex => bibtex.remove())
    const attributes = elements.flatMap(element => [...element.attributes].filter(({ name }) => worded.has(name)))
    return {
      elements: described.filter(one => !mapName.test(one)),
      texts: [page.title, page.body.textContent, ...data, ...attributes.map(({ value }) => value)],
    }
  }
  return Object.fromEntries(await Promise.all(addresses.map(async address => [address, await read(address)])))
}
