import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { MENU_EVENT } from '../contract/api.ts';

type Language = 'zh' | 'en';

const labels = {
  zh: {
    file: '文件',
    create: '新建检查',
    open: '打开检查…',
    importFiles: '导入表格…',
    exportReport: '导出报告…',
    close: '关闭检查',
    quit: '退出',
    edit: '编辑',
    view: '视图',
    larger: '放大字号',
    smaller: '缩小字号',
    reset: '标准字号',
    full: '全屏',
    go: '转到',
    help: '帮助',
    manual: '使用手册',
    keys: '快捷键',
  },
  en: {
    file: 'File',
    create: 'New inspection',
    open: 'Open inspection…',
    importFiles: 'Import workbooks…',
    exportReport: 'Export report…',
    close: 'Close inspection',
    quit: 'Quit',
    edit: 'Edit',
    view: 'View',
    larger: 'Larger text',
    smaller: 'Smaller text',
    reset: 'Standard text',
    full: 'Full screen',
    go: 'Go',
    help: 'Help',
    manual: 'Manual',
    keys: 'Shortcuts',
  },
} as const;

const places: readonly (readonly [command: string, zh: string, en: string])[] = [
  ['go:workbench', '工作台', 'Workbench'],
  ['go:import', '导入表格', 'Import'],
  ['go:map', '核对表头', 'Map headers'],
  ['go:validate', '数据校验', 'Validate data'],
  ['go:run', '运行检查', 'Run check'],
  ['go:review', '核查线索', 'Review findings'],
  ['go:report', '出具报告', 'Report'],
];

/** The application menu. Commands go to the window as words; the window knows what they mean on its screen. */
export function setMenu(window: BrowserWindow, language: Language): void {
  const words = labels[language];
  const send = (command: string) => () => {
    window.webContents.send(MENU_EVENT, command);
  };
  const item = (label: string, command: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: send(command),
    ...(accelerator ? { accelerator } : {}),
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: words.file,
      submenu: [
        item(words.create, 'inspection:create', 'CmdOrCtrl+N'),
        item(words.open, 'inspection:open', 'CmdOrCtrl+O'),
        item(words.close, 'inspection:close', 'CmdOrCtrl+W'),
        { type: 'separator' },
        item(words.importFiles, 'files:import', 'CmdOrCtrl+I'),
        item(words.exportReport, 'report:export', 'CmdOrCtrl+E'),
        { type: 'separator' },
        { label: words.quit, role: 'quit' },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: words.view,
      submenu: [
        item(words.larger, 'text:larger', 'CmdOrCtrl+='),
        item(words.smaller, 'text:smaller', 'CmdOrCtrl+-'),
        item(words.reset, 'text:reset', 'CmdOrCtrl+0'),
        { type: 'separator' },
        { label: words.full, role: 'togglefullscreen' },
      ],
    },
    {
      label: words.go,
      submenu: places.map(([command, zh, en], index) =>
        item(language === 'zh' ? zh : en, command, `CmdOrCtrl+${String(index + 1)}`),
      ),
    },
    { label: words.help, submenu: [item(words.manual, 'go:help', 'F1'), item(words.keys, 'help:keys', 'CmdOrCtrl+/')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
