import { type Answers, answerNames } from '@/lib/domain/review';
import { answerLabels } from '@/lib/views/weeks/revision-differences';

/** A review as text: what was written, word for word, and who stands for it. */
export function WrittenAnswers({ answers, foot }: { answers: Answers; foot: string }) {
  return (
    <div className="answers">
      {answerNames.map((name) => (
        <div key={name}>
          <h3>{answerLabels[name]}</h3>
          {answers[name].trim() === '' ? <p className="faint">—</p> : <p className="kept">{answers[name]}</p>}
        </div>
      ))}
      <p className="small signed">{foot}</p>
    </div>
  );
}
