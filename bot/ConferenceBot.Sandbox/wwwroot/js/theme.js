const systems = { contrast: matchMedia('(prefers-contrast: more)'), dark: matchMedia('(prefers-color-scheme: dark)') };
const ofSystem = () => (systems.contrast.matches ? 'contrast' : systems.dark.matches ? 'dark' : 'light');

export const themes = ['light', 'dark', 'contrast'];
export const themeNow = () => {
  const chosen = localStorage.getItem('theme');
  return themes.includes(chosen) ? chosen : ofSystem();
};

// Follows the system until somebody chooses; cards are drawn again because their colours are written into them.
export function setUpTheme(onChange) {
  const choices = [...document.querySelectorAll('input[name=theme]')];

  function apply() {
    const theme = themeNow();
    document.documentElement.dataset.theme = theme;
    for (const choice of choices) choice.checked = choice.value === theme;
    onChange(theme);
  }

  for (const choice of choices) {
    choice.addEventListener('change', () => {
      localStorage.setItem('theme', choice.value);
      apply();
    });
  }
  for (const system of Object.values(systems)) system.addEventListener('change', apply);
  apply();
}
