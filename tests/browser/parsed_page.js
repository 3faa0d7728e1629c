// Pages as the browser's parser reads them: their elements with all that a text must not change, and their texts.
async addresses => {
  const worded = new Set(["title", "aria-label", "content", "alt", "data-label"])
  const depth = element => (element.parentElement ? 1 + depth(element.parentElement) : 0)
  const describe = element => {
    const attributes = [...element.attributes].map(({ name, value }) => (worded.has(name) ? name : `${name}=${value}`))
    const code = ["script", "style"].includes(element.localName) ? element.textContent : ""
    return [depth(element), element.localName, ...attributes.sort(), code].join(" ")
  }
  // Which names a drawn map has, and where, follows from how long they are.
  const mapName = /^\d+ text class=tl-locator__(place|neighbour|country)-name text-anchor=(start|middle|end) x=[\d.-]+ y=[\d.-]+ $/
  const read = async address => {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html")
    const elements = [...page.querySelectorAll("*")]
    const attributes = elements.flatMap(element => [...element.attributes].filter(({ name }) => worded.has(name)))
    return {
      elements: elements.map(describe).filter(described => !mapName.test(described)),
      texts: [page.title, page.body.textContent, ...attributes.map(({ value }) => value)],
    }
  }
  return Object.fromEntries(await Promise.all(addresses.map(async address => [address, await read(address)])))
}
