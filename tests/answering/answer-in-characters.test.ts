import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHARED } from '../../src/store/store.js';
import { openTestNewsdesk, type TestNewsdesk } from '../support/newsdesk.js';

const ARTICLES = {
  zh1: `# 凯尔比渡轮停运

凯尔比渡轮将于五月三日停运两周。市长王丽华说，码头的木桩需要更换。工程费用为八十三万元，由港务局支付。停运期间，乘客可以乘坐免费巴士绕行大桥。

渡轮每天运送约一千二百名乘客。新的木桩由橡木制成，预计可以使用四十年。码头售票处在施工期间照常开放，时间是上午九点到下午四点。
`,
  zh2: `# 学校屋顶修好了

南山小学的屋顶两年后终于不漏水了。工匠陈大明在星期四完成了修理。学校有三百名学生，他们在体育馆上了两年课。

校长李芳表示，学校将在六月举行庆祝活动。屋顶使用了来自山东的瓦片。
`,
  ja1: `# 港の灯台が再び点灯

北浜灯台は三年間の修理を終え、四月一日に再び点灯した。修理費は二億円で、県が支払った。灯台守の佐藤健一さんは「とてもうれしい」と話した。

灯台の高さは三十二メートルで、一九一二年に建てられた。見学は土曜日と日曜日にできる。入場料は大人三百円、子供は無料である。
`,
  ja2: `# 市立図書館の新しい規則

市立図書館では、一人二十五冊まで借りることができる。貸出期間は三週間で、一度だけ延長できる。本をなくした場合は、同じ本を買って返さなければならない。

図書館は月曜日に休館する。自転車置き場は建物の裏にある。
`,
};

describe('a question in Chinese or Japanese', () => {
  let test: TestNewsdesk;
  beforeAll(async () => {
    test = await openTestNewsdesk();
    for (const [name, text] of Object.entries(ARTICLES)) {
      const file = path.join(test.files, `${name}.md`);
      await writeFile(file, text);
      await test.newsdesk.index([file]);
    }
  });
  afterAll(() => test.end());

  const ask = (question: string) => test.newsdesk.ask(question, { scope: [SHARED] });

  it.each([
    ['谁修理了南山小学的屋顶？', '工匠陈大明在星期四完成了修理。'],
    ['凯尔比渡轮什么时候停运？', '凯尔比渡轮将于五月三日停运两周。'],
    ['渡轮的工程费用由谁支付？', '工程费用为八十三万元，由港务局支付。'],
    ['新的木桩是用什么做的', '新的木桩由橡木制成，预计可以使用四十年。'],
    ['南山小学有多少名学生？', '学校有三百名学生，他们在体育馆上了两年课。'],
    ['北浜灯台の修理費は誰が払いましたか？', '修理費は二億円で、県が支払った。'],
    ['北浜灯台はいつ建てられましたか', '灯台の高さは三十二メートルで、一九一二年に建てられた。'],
    ['灯台の入場料はいくらですか？', '入場料は大人三百円、子供は無料である。'],
    [
      '図書館では一人何冊まで借りられますか？',
      '市立図書館では、一人二十五冊まで借りることができる。',
    ],
    ['図書館の休館日はいつ？', '図書館は月曜日に休館する。'],
  ])('is answered by the sentence that shares its pairs: %s', async (question, sentence) => {
    expect((await ask(question)).answer?.text).toBe(sentence);
  });

  it.each([
    ['another name', '北山小学的屋顶是谁修理的？'],
    ['another name of a person', '市长王丽丽说了什么？'],
    ['another deed', '渡轮什么时候恢复？'],
    ['another office', '渡轮的船长是谁？'],
    ['a reason that is not given', '渡轮为什么停运？'],
    ['another lighthouse', '南浜灯台はいつ建てられましたか？'],
    ['another person', '佐藤太郎さんは何と言いましたか？'],
    ['another building', '水族館の入場料はいくらですか？'],
    ['an office that nobody is said to hold', '図書館の館長は誰ですか？'],
  ])('is refused if it asks of %s: %s', async (_, question) => {
    expect(await ask(question)).toMatchObject({ kind: 'unanswered', answer: null });
  });

  it('is told what is read if the articles have nothing of it', async () => {
    expect((await ask('今天天气怎么样？')).kind).toBe('foreign');
  });

  it('is none if it is a name alone, which is looked for', async () => {
    const { kind, passages } = await ask('南山小学');
    expect(kind).toBe('search');
    expect(passages[0]?.title).toBe('学校屋顶修好了');
  });
});
