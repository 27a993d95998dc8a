import { Alert, Checkbox, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { pick } from '../../i18n/index.ts';

type Offered = NonNullable<ChannelResult<'pack.open'>['pack']>;
type Change = Offered['changes'][number];

interface Props {
  readonly pack: Offered;
  readonly onAccept: (trust: boolean) => void;
  readonly onClose: () => void;
}

/** In groups of four, as people compare it aloud. */
function grouped(fingerprint: string): string {
  return fingerprint.match(/.{4}/gu)?.join(' ') ?? fingerprint;
}

function ChangeRow({ change }: { readonly change: Change }): ReactElement {
  const { t } = useTranslation();
  const { id, title, before, after, parts, parameters } = change;
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return (
    <tr>
      <th scope="row">
        {pick(title)} <span className="secondary">{id}</span>
      </th>
      <td className="nowrap">
        {t(`rules.pack.kind.${kind}`)} {[before, after].filter((version) => version !== null).join(' → ')}
      </td>
      <td>
        {parts.map((part) => t(`rules.pack.part.${part}`)).join('、')}
        {parameters.map((parameter) => (
          <div key={pick(parameter.label)} className="secondary">
            {pick(parameter.label)}：{parameter.before === '' ? '—' : parameter.before} →{' '}
            <strong>{parameter.after === '' ? '—' : parameter.after}</strong>
          </div>
        ))}
      </td>
    </tr>
  );
}

/** What a pack would change, and who answers for it: before anything is imported. */
export function PackDialog({ pack, onAccept, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [trust, setTrust] = useState(false);
  const { version, rules, publisher, known, changes, data } = pack;
  return (
    <Modal
      open
      width="60rem"
      title={t('rules.pack.offer', { version, count: rules })}
      okText={t('rules.pack.accept')}
      okButtonProps={{ disabled: !known && !trust }}
      onOk={() => {
        onAccept(trust);
      }}
      onCancel={onClose}
    >
      <p>
        {t('rules.pack.publisher')} <code className="pack-fingerprint">{grouped(publisher)}</code>
      </p>
      {known ? (
        <p className="secondary">{t('rules.pack.known')}</p>
      ) : (
        <Alert
          type="warning"
          title={t('rules.pack.unknown')}
          description={
            <Checkbox
              checked={trust}
              onChange={(event) => {
                setTrust(event.target.checked);
              }}
            >
              {t('rules.pack.trust')}
            </Checkbox>
          }
        />
      )}
      <h3>{t('rules.pack.difference', { count: changes.length })}</h3>
      {data.length === 0 ? null : (
        <p>{t('rules.pack.data', { data: data.map((each) => t(`rules.pack.dataOf.${each}`)).join('、') })}</p>
      )}
      {changes.length === 0 && data.length === 0 ? <p>{t('rules.pack.same')}</p> : null}
      <div className="pack-changes">
        <table className="table">
          <tbody>
            {changes.map((change) => (
              <ChangeRow key={change.id} change={change} />
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}
