// Leads on with the query and the fragment of this address. Only these two parts of it are read, so that whatever
// they say, the address stays that of the link, which is a page of this site. Where a year leads to its place on a page
// of several, a month is called by its year too.
(function () {
  var link = document.querySelector("a");
  link.search = location.search;
  var year = link.hash.slice("#year".length);
  if (location.hash) link.hash = location.hash.replace(/^#month(?=-(\d\d|unknown)$)/, "#month" + year);
  location.replace(link.href);
})();
