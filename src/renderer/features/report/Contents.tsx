import { CheckOutlined } from '@ant-design/icons';
import { Checkbox, Input, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  MARKINGS,
  OPTIONAL_SECTIONS,
  type Marking,
  type OptionalSection,
  type ReportChoice,
} from '../../../core/finding/report-choice.ts';

/** Sheets of the file in their order; those that may be left out are named as such. */
const sections = [
  'summary',
  'findings',
  'indeterminate',
  'upcoming',
  'rules',
  'clauses',
  'checklist',
  'indicators',
  'scorecard',
  'sources',
  'sourceRows',
] as const;
const presets = ['whole', 'summary', 'referral'] as const;
type Preset = (typeof presets)[number];

/** What a kind of report goes without. */
const leftOutOf: Readonly<Record<Preset, readonly OptionalSection[]>> = {
  whole: [],
  summary: ['upcoming', 'checklist', 'indicators', 'scorecard', 'sourceRows'],
  referral: ['upcoming', 'checklist', 'indicators', 'scorecard'],
};

function isOptional(section: (typeof sections)[number]): section is OptionalSection {
  return OPTIONAL_SECTIONS.some((each) => each === section);
}

function presetOf({ leftOut }: ReportChoice): Preset | undefined {
  return presets.find(
    (preset) =>
      leftOutOf[preset].length === leftOut.length && leftOutOf[preset].every((each) => leftOut.includes(each)),
  );
}

interface Props {
  readonly choice: ReportChoice;
  /** As they were typed, one a line. */
  readonly recipients: string;
  readonly onChoice: (choice: ReportChoice) => void;
  readonly onRecipients: (text: string) => void;
}

/** What is in the file, how it is marked, and whom it is for. */
export function Contents({ choice, recipients, onChoice, onRecipients }: Props): ReactElement {
  const { t } = useTranslation();
  const toggle = (section: OptionalSection, wanted: boolean): void => {
    const others = choice.leftOut.filter((each) => each !== section);
    onChoice({ ...choice, leftOut: wanted ? others : [...others, section] });
  };
  return (
    <section className="report-contents" aria-label={t('report.contents')}>
      <label htmlFor="report-preset">{t('report.preset')}</label>
      <Select<Preset | ''>
        id="report-preset"
        value={presetOf(choice) ?? ''}
        options={[
          ...presets.map((value) => ({ value, label: t(`report.presets.${value}`) })),
          ...(presetOf(choice) === undefined ? [{ value: '' as const, label: t('report.ownChoice') }] : []),
        ]}
        onChange={(preset) => {
          if (preset !== '') onChoice({ ...choice, leftOut: leftOutOf[preset] });
        }}
      />
      <h2>{t('report.contents')}</h2>
      <ul>
        {sections.map((section) => (
          <li key={section} title={t(`report.sections.${section}.note`)}>
            {isOptional(section) ? (
              <Checkbox
                checked={!choice.leftOut.includes(section)}
                onChange={(event) => {
                  toggle(section, event.target.checked);
                }}
              >
                {t(`report.sections.${section}.name`)}
              </Checkbox>
            ) : (
              <span className="report-always">
                <CheckOutlined aria-hidden="true" /> {t(`report.sections.${section}.name`)}
              </span>
            )}
            {isOptional(section) ? null : <span className="secondary">{t('report.always')}</span>}
          </li>
        ))}
      </ul>
      <h2 id="report-marking">{t('report.marking')}</h2>
      <Segmented<Marking>
        className="report-marking"
        aria-labelledby="report-marking"
        value={choice.marking}
        options={MARKINGS.map((value) => ({ value, label: t(`report.markings.${value}`) }))}
        onChange={(marking) => {
          onChoice({ ...choice, marking });
        }}
      />
      <p className="secondary">{t('report.markingNote')}</p>
      <label htmlFor="report-recipients">{t('report.recipients')}</label>
      <Input.TextArea
        id="report-recipients"
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        value={recipients}
        onChange={(event) => {
          onRecipients(event.target.value);
        }}
      />
      <p className="secondary">{t('report.recipientsNote')}</p>
    </section>
  );
}
