// The Teams host configurations as Microsoft publishes them with the card designer, with what the page must differ in: its own
// font, headings below its own, and the newer Teams colours where the published ones are hard to read (contrast below 4.5 to 1,
// pale boxes in the dark theme). The contrast theme is made from the dark one: nobody publishes a third.
const colours = {
  light: { accent: '#4f52b2', good: '#0e700e', warning: '#835c00', attention: '#b10e1c' },
  dark: { accent: '#aab1fa', good: '#92c353', warning: '#f8d22a', attention: '#f4808a' },
  contrast: { accent: '#ffff01', good: '#3ff23f', warning: '#ffff01', attention: '#ffb3c7' },
};
const boxes = {
  light: { accent: '#ebeefe', good: '#e6f4e4', warning: '#fff4d6', attention: '#fdecee' },
  dark: { accent: '#272a52', good: '#1a3319', warning: '#3d2f0b', attention: '#431a20' },
  contrast: { default: '#000000', emphasis: '#000000', accent: '#000000', good: '#000000', warning: '#000000', attention: '#000000' },
};
const subtle = { light: '#555555', dark: '#c8c8c8', contrast: '#ffffff' };
const lines = { light: '#d1d1d1', dark: '#525252', contrast: '#ffffff' };

export function forPage(published, theme) {
  const config = structuredClone(published);
  for (const font of Object.values(config.fontTypes)) {
    if (font.fontFamily.includes('Segoe')) font.fontFamily = 'inherit';
  }
  config.textBlock = { ...config.textBlock, headingLevel: 3 };
  config.inputs = {
    ...config.inputs,
    label: {
      inputSpacing: 'Small',
      requiredInputs: { weight: 'Bolder' },
      optionalInputs: { weight: 'Bolder' },
    },
    errorMessage: { color: 'Attention', weight: 'Bolder', spacing: 'Small' },
  };
  config.separator = { lineThickness: 1, lineColor: lines[theme] };
  for (const [name, style] of Object.entries(config.containerStyles)) {
    style.foregroundColors = structuredClone(config.containerStyles.default.foregroundColors);
    for (const [colour, value] of Object.entries(colours[theme])) style.foregroundColors[colour] = { default: value, subtle: value };
    style.foregroundColors.default.subtle = subtle[theme];
    if (boxes[theme][name]) style.backgroundColor = boxes[theme][name];
  }
  return config;
}

// `fetchJson(name)` answers the parsed file of that name.
export async function loadHostConfigs(fetchJson) {
  const [light, dark] = await Promise.all(['microsoft-teams-light.json', 'microsoft-teams-dark.json'].map(fetchJson));
  return { light: forPage(light, 'light'), dark: forPage(dark, 'dark'), contrast: forPage(dark, 'contrast') };
}

export const vendorJson = async (name) => (await fetch(`vendor/${name}`)).json();
