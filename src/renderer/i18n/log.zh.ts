export const logZh = {
  title: '操作日志',
  note: '只读；按时间倒序',
  number: '序号',
  at: '时间',
  what: '操作',
  detail: '内容',
  empty: '还没有记录',
  page: '第 {{page}} / {{pages}} 页',
  previous: '上一页',
  next: '下一页',
} as const;
