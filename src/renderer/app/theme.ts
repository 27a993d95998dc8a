/** Tokens of the visual target, as CSS variables and as antd's theme. Contrast was measured for every pair. */
import { theme as antdTheme, type ThemeConfig } from 'antd';

const light = {
  ground: '#f3f5f8',
  panel: '#ffffff',
  inset: '#f8f9fb',
  selected: '#e8f1ff',
  hairline: '#e4e8ee',
  edge: '#cfd5de',
  inputEdge: '#808b9b',
  text: '#1c2430',
  text2: '#566171',
  text3: '#626c7a',
  primary: '#0958d9',
  primaryFill: '#0958d9',
  primaryFillHover: '#0747b3',
  violation: '#b81414',
  violationTint: '#fff1f0',
  overLimit: '#8f4d00',
  overLimitTint: '#fff6e5',
  lead: '#006470',
  leadTint: '#e6f7f8',
  ok: '#276b12',
  okTint: '#f0f9eb',
  overLimitFill: '#c47a00',
  leadFill: '#13848f',
  referred: '#4d2a99',
  referredTint: '#f4effd',
  mark: '#fff3bf',
  titlebar: '#eef1f5',
  desk: '#dfe4ec',
  rail: '#fbfcfd',
} as const;

const dark: Record<keyof typeof light, string> = {
  ground: '#121419',
  panel: '#1b1f26',
  inset: '#20252d',
  selected: '#1c2c47',
  hairline: '#2b313a',
  edge: '#3a424e',
  inputEdge: '#6b7686',
  text: '#e2e6ec',
  text2: '#a3acb9',
  text3: '#8f99a7',
  primary: '#6ea8f7',
  primaryFill: '#1668dc',
  primaryFillHover: '#1559bf',
  violation: '#ff8f85',
  violationTint: '#36201f',
  overLimit: '#f0b45a',
  overLimitTint: '#33291a',
  lead: '#5cc8d0',
  leadTint: '#172e32',
  ok: '#8fd06f',
  okTint: '#1d2c1a',
  overLimitFill: '#f0b45a',
  leadFill: '#5cc8d0',
  referred: '#bda2f2',
  referredTint: '#292239',
  mark: '#4a3a12',
  titlebar: '#0f1116',
  desk: '#0d0f13',
  rail: '#181c22',
};

/** Font size in percent up to which a window of 1366 px holds three panes. */
export const LARGEST_WITH_THREE_PANES = 120;

/** Puts the tokens on the document; sizes in em follow the font-size setting. */
export function applyTokens(mode: 'light' | 'dark', fontSizePercent: number): void {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(mode === 'dark' ? dark : light)) style.setProperty(`--${name}`, value);
  style.setProperty('font-size', `${String((13 * fontSizePercent) / 100)}px`);
  style.setProperty('color-scheme', mode);
  // From here on three panes no longer fit beside each other: the style sheets fold one away.
  document.documentElement.dataset.letters = fontSizePercent > LARGEST_WITH_THREE_PANES ? 'large' : 'usual';
}

export function antdThemeFor(mode: 'light' | 'dark', fontSizePercent: number): ThemeConfig {
  const tokens = mode === 'dark' ? dark : light;
  const scale = fontSizePercent / 100;
  return {
    algorithm: mode === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      fontFamily: "'Microsoft YaHei UI', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
      fontSize: Math.round(13 * scale),
      controlHeight: Math.round(28 * scale),
      controlHeightSM: Math.round(24 * scale),
      borderRadius: 4,
      borderRadiusLG: 6,
      colorPrimary: tokens.primaryFill,
      colorInfo: tokens.primaryFill,
      colorLink: tokens.primary,
      colorText: tokens.text,
      colorTextSecondary: tokens.text2,
      colorTextTertiary: tokens.text3,
      colorTextPlaceholder: tokens.text3,
      colorTextDescription: tokens.text2,
      colorBgContainer: tokens.panel,
      colorBgElevated: tokens.panel,
      colorBgLayout: tokens.ground,
      colorBorder: tokens.inputEdge,
      colorBorderSecondary: tokens.hairline,
      colorError: tokens.overLimit,
      colorWarning: tokens.overLimit,
      colorSuccess: tokens.ok,
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.15s',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        // The lighter ones that are worked out leave white words below 4.5:1.
        colorPrimaryHover: tokens.primaryFillHover,
        colorPrimaryActive: tokens.primaryFillHover,
        defaultHoverColor: tokens.primary,
        defaultHoverBorderColor: tokens.primary,
        defaultActiveColor: tokens.primary,
        defaultActiveBorderColor: tokens.primary,
        // Said here too: the dark algorithm would dim what the seed says.
        colorLink: tokens.primary,
        colorLinkHover: tokens.primary,
        colorLinkActive: tokens.primary,
      },
    },
  };
}
