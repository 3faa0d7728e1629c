// Leads on with the query and the fragment of this address. Only these two parts of it are read, so that whatever
// they say, the address stays that of the link, which is a page of this site.
(function () {
  var link = document.querySelector("a");
  link.search = location.search;
  link.hash = location.hash;
  location.replace(link.href);
})();
