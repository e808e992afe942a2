// Loaded before the page is painted, so that a reader who chose dark never sees a flash of light.
(() => {
  let theme: string | null = null;
  try {
    theme = localStorage.getItem("zhitu.theme");
  } catch {
    // storage is off: the system's preference holds
  }
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset["theme"] = theme;
  }
})();
