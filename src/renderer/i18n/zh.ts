/** The interface's words. Chinese is the source; `en.ts` must have the same keys. */
import { importZh } from './import.zh.ts';
import { mapZh } from './map.zh.ts';
import { runZh } from './run.zh.ts';
import { paletteZh } from './palette.zh.ts';
import { rulesZh } from './rules.zh.ts';
import { statisticsZh } from './statistics.zh.ts';
import { reportZh } from './report.zh.ts';
import { settingsZh } from './settings.zh.ts';
import { logZh } from './log.zh.ts';
import { helpZh } from './help.zh.ts';
import { reviewZh } from './review.zh.ts';
import { sourceZh } from './source.zh.ts';
import { validateZh } from './validate.zh.ts';

export const zh = {
  import: importZh,
  map: mapZh,
  validate: validateZh,
  source: sourceZh,
  review: reviewZh,
  run: runZh,
  rules: rulesZh,
  statistics: statisticsZh,
  report: reportZh,
  settings: settingsZh,
  log: logZh,
  help: helpZh,
  palette: paletteZh,
  app: {
    name: '执行联动检查',
    offline: '离线运行',
    blocked: '外发请求 {{count}}',
    saved: '已自动保存',
    pack: '规则包 {{version}}',
    calendar: '日历 {{from}}—{{to}}',
    masked: '姓名、证件号已脱敏',
    unmasked: '姓名、证件号未脱敏',
  },
  place: {
    workbench: '工作台',
    check: '检查',
    source: '表格',
    statistics: '统计',
    rules: '规则库',
    log: '日志',
    settings: '设置',
    help: '帮助',
    import: '导入表格',
    map: '核对表头',
    validate: '数据校验',
    run: '运行检查',
    review: '核查线索',
    report: '出具报告',
  },
  class: { violation: '疑似违规', overLimit: '超内控时限', lead: '疑似线索' },
  severity: { critical: '严重', major: '较重', minor: '一般' },
  state: {
    open: '待核查',
    proposed: '已提出确认',
    moreInfo: '待补充',
    confirmed: '已确认',
    referred: '已移送',
    dismissed: '已排除',
  },
  stepCount: {
    import: '{{count}} 个文件',
    map: '{{count}} / {{of}} 张表',
    validate: '可检查 {{share}}',
    run: '{{count}} / {{of}} 条规则',
    review: '已核 {{count}} / {{of}}',
    report: '已导出 {{count}} 次',
    none: '—',
  },
  step: { todo: '未开始', current: '进行中', partial: '部分完成', done: '已完成', stale: '已过时' },
  error: { happened: '发生了什么', affects: '影响什么', action: '怎么办', code: '错误编号 {{code}}', retry: '重试' },
  common: {
    cancel: '取消',
    ok: '确定',
    none: '无',
    password: '密码',
    save: '保存',
    search: '查找',
    total: '共 {{count}}',
    capsLock: '大写锁定已打开',
  },
  workbench: {
    title: '工作台',
    continue: '继续上次',
    create: '新建检查',
    open: '打开检查…',
    sample: '打开示例',
    name: '检查名称',
    unit: '单位',
    asOf: '检查基准日',
    openFindings: '待核查',
    missing: '文件已移动或删除',
    forget: '从列表移除',
    upcoming: '临期提醒',
    upcomingNote: '临期只是提醒，不是线索',
    noUpcoming: '近期没有到期事项',
    daysLeft: '{{count}} 天',
    emptyTitle: '三步得到第一个结果',
    empty1: '新建一项检查，设定检查基准日和密码',
    empty2: '把台账文件拖进窗口',
    empty3: '运行检查，逐条核查线索',
    goOn: '继续{{step}}',
    safety: {
      label: '数据安全',
      encrypted: '检查文件已加密',
      encryptedNote: '原件与线索同在一个文件，凭密码打开',
      offline: '离线运行',
      offlineNote: '程序不访问网络，外发请求一律阻止',
      secrets: '不得用于处理国家秘密',
      secretsNote: '名称或表头标有密级的文件会被拒绝',
    },
    passwordHint: '至少 8 位。密码丢失后检查文件无法打开。',
    passwordRepeat: '再次输入密码',
    passwordDiffers: '两次输入的密码不一致',
    where: '保存位置',
    choose: '选择…',
  },
} as const;
