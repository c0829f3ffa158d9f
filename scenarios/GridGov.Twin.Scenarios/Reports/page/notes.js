// What the answer rests on, in plain words: what is well, what needs care, and what is good to know.

function skewness(values) {
  const n = values.length;
  const mean = values.reduce((sum, one) => sum + one, 0) / n;
  const moment = (power) => values.reduce((sum, one) => sum + (one - mean) ** power, 0) / n;
  return n < 3 || moment(2) === 0 ? 0 : moment(3) / moment(2) ** 1.5;
}

// Variants whose open cases still grow or shrink by a quarter from the first counted days to the last ones.
function stillChanging() {
  const mean = (values) => values.reduce((sum, one) => sum + one, 0) / values.length;
  return variants
    .map((variant) => {
      const counted = variant.backlog.slice(Math.ceil(variant.warmUpDays * 24));
      const part = 24 * Math.max(1, Math.floor(counted.length / 24 / 3));
      return counted.length < 72 ? null : { variant, first: mean(counted.slice(0, part)), last: mean(counted.slice(-part)) };
    })
    .filter((one) => one && Math.abs(one.last - one.first) > Math.max(5, one.first / 4));
}

function writeNotes() {
  const { validity } = report;
  const notes = [];
  const add = (kind, title, text) => notes.push(`<li class="${kind}"><b>${title}</b><span>${text}</span></li>`);
  const count = grouped(validity.observations, 0);
  if (validity.kind === 'batch') {
    const bad = variants.filter((variant) => variant.batches && !variant.batches.areLongEnough);
    add(
      bad.length ? 'care' : '',
      say(`${count} 批独立观测`, `${count} batches as observations`),
      bad.length
        ? say(
            `方案 ${bad.map((variant) => variant.letter).join('、')} ` +
              `的相邻批相关（${bad.map((variant) => grouped(variant.batches.correlation, 2)).join('、')}），批太短，区间可能偏窄；请延长运行。`,
            `Neighbouring batches of variant ${bad.map((variant) => variant.letter).join(', ')} are correlated ` +
              `(${bad.map((variant) => grouped(variant.batches.correlation, 2)).join(', ')}): the batches are too short and the ` +
              `intervals may be too narrow. Run longer.`,
          )
        : say(
            '一次长运行去掉预热期后切成等长的批；相邻批之间没有显著相关。',
            'One long run, cut into equal batches after the warm-up; neighbouring batches show no clear correlation.',
          ),
    );
  } else {
    add(
      '',
      say(
        `每个方案 ${count} ${validity.kind === 'antithetic-pair' ? '对镜像重复' : '次独立重复'}`,
        `${count} ${validity.kind === 'antithetic-pair' ? 'mirrored pairs' : 'independent replications'} of every variant`,
      ),
      validity.kind === 'antithetic-pair'
        ? say(
            '每个种子运行两次，第二次把每个随机数镜像（u 变为 1 − u），两次平均作为一个观测，以减小波动。各方案用同样的种子，逐对相减。',
            'Every seed is run twice, the second time with every random number mirrored (u becomes 1 − u); the mean of the two is ' +
              'one observation, which varies less. All variants use the same seeds and are compared pair by pair.',
          )
        : say(
            '编号相同的重复在各方案中用同一随机种子，遇到同样的事件（公共随机数），因此逐次相减，差别比平均值本身更准。',
            'Replications of the same number use the same seed in every variant and meet the same incidents (common random ' +
              'numbers), so differences are taken pair by pair and are sharper than the means themselves.',
          ),
    );
  }
  const wanted = Object.entries(validity.halfWidths)
    .map(([id, width]) =>
      say(`${measures.get(id).zh} ± ${value(measures.get(id), width)}`, `${measures.get(id).en} ± ${value(measures.get(id), width)}`),
    )
    .join(say('、', ', '));
  const reasons = {
    'all-done': [
      '',
      say('按计划全部完成', 'All done as planned'),
      say(
        '重复次数事先定好，不看结果决定何时停止。',
        'The number of replications was fixed beforehand; when to stop was not decided by looking.',
      ),
    ],
    reached: [
      '',
      say('已达到要求的精度', 'The wanted precision is reached'),
      say(
        `按文件规定的精度停止${wanted ? `（${wanted}）` : ''}，至少 ${validity.least} 次、至多 ${validity.most} 次。边看边停会使区间略微偏窄，次数多时可以忽略。`,
        `Stopped by the file's rule${wanted ? ` (${wanted})` : ''}, after at least ${validity.least} and at most ${validity.most}. ` +
          `Stopping by looking makes intervals slightly too narrow; with many replications this is negligible.`,
      ),
    ],
    'not-reached': [
      'care',
      say('未达到要求的精度', 'The wanted precision is not reached'),
      say(
        `已用完至多 ${validity.most} 次重复${wanted ? `，要求为 ${wanted}` : ''}；区间比要求的宽。`,
        `The most replications, ${validity.most}, are done${wanted ? `; wanted were ${wanted}` : ''}. The intervals are wider ` +
          `than asked for.`,
      ),
    ],
    time: [
      'care',
      say('因时间用尽而停止', 'Stopped because the time was over'),
      say(
        '结论以已完成的重复为准；再次运行会从这里继续，但机器快慢会影响做了多少次。',
        'What is said rests on the replications that were done. How many there were depends on the speed of the machine.',
      ),
    ],
  };
  add(...reasons[validity.stopReason]);
  const warm = [...new Set(variants.map((variant) => variant.warmUpDays))].map((days) => grouped(days, days % 1 ? 2 : 0)).join(' / ');
  add(
    !validity.isSettled ? 'care' : validity.warmUpWasFound ? '' : 'fact',
    say(`预热期 ${warm} 天不计`, `Warm-up of ${warm} day${warm === '1' ? '' : 's'} left out`),
    validity.warmUpWasFound
      ? validity.isSettled
        ? say(
            '由在办案件的走势用 MSER-5 方法找出；各方案此时都已平稳。',
            'Found by the method MSER-5 from the course of open cases; every variant had settled by then.',
          )
        : say(
            '由 MSER-5 方法找出，但至少一个方案到后半段仍在变化：运行太短，长期平均值要谨慎看待。',
            'Found by the method MSER-5, but at least one variant was still changing in the second half: the run is too short, so ' +
              'read long-run means with care.',
          )
      : say(
          '按情景文件的设定；是否足够，可看上面的在办案件走势图。',
          'As the scenario files say; the chart of open cases above shows whether it is enough.',
        ),
  );
  const changing = stillChanging();
  if (changing.length > 0) {
    const list = changing.map((one) => `${one.variant.letter} ${grouped(one.first, 0)} → ${grouped(one.last, 0)}`).join(say('，', ', '));
    add(
      'care',
      say('在办案件到最后仍在变化', 'Open cases are still changing at the end'),
      say(
        `统计期首尾各三分之一的在办案件平均数：${list}。这些方案没有达到稳定，数字只代表这一段时间；运行更久，结果会不同。`,
        `Mean open cases in the first and the last third of the counted time: ${list}. These variants have not settled: the figures ` +
          `hold for this stretch of time, and a longer run would give others.`,
      ),
    );
  }
  add(
    validity.failures.length ? 'care' : '',
    validity.failures.length
      ? say(`${validity.failures.length} 次重复没有完成`, `${validity.failures.length} replications did not come to an end`)
      : say('没有失败的重复', 'No replication failed'),
    validity.failures.length
      ? validity.failures.map(safe).join('<br>') +
          say('<br>相应编号在所有方案中都不计。', '<br>Their rounds are left out of every variant.')
      : say('每一次都运行到底，全部计入。', 'Every one ran to its end and counts.'),
  );
  if (report.decision && report.decision.matters > 0 && variants.length > 1) {
    add(
      'fact',
      say('怎样选出最好的方案', 'How the best was chosen'),
      say(
        `用 Kim 与 Nelson 的逐次选择法：若某方案比其余都好出 ${withUnit(number(deciding, report.decision.matters), deciding, true)} 以上，选中它的概率不低于 ` +
          `${sure()}；更小的差别视为无所谓。`,
        `By the sequential procedure of Kim and Nelson: if one variant is better than every other by at least ` +
          `${withUnit(number(deciding, report.decision.matters), deciding, true)}, it is chosen with a probability of at least ` +
          `${sure()}; smaller differences are taken not to matter.`,
      ),
    );
  }
  add(
    'fact',
    say('结论的范围', 'What this holds for'),
    say(
      '区间只反映随机波动，不反映情景设定与现实的出入。换一座城市、另一种案情，须另做实验。',
      'The intervals cover chance alone, not how far the scenario is from reality. Another town or another load needs another experiment.',
    ),
  );
  byId('notes').innerHTML = notes.join('');
  const skewed = variants.filter(
    (variant) => Math.abs(skewness((variant.observations[deciding.id] ?? []).filter((one) => one !== null))) > 1,
  );
  byId('strip-note').textContent = say(
    `每个点是一次观测，竖线是平均值。区间按正态近似（t 分布）计算；观测越多越不依赖这一假定。` +
      `${skewed.length ? `方案 ${skewed.map((variant) => variant.letter).join('、')} 的观测明显偏斜，其区间宜留余地。` : '这里没有明显偏斜。'}`,
    `Every dot is an observation, the upright line their mean. Intervals assume that observations are about normal (Student's t); ` +
      `the more there are, the less that matters. ` +
      (skewed.length
        ? `Those of variant ${skewed.map((variant) => variant.letter).join(', ')} are clearly skewed: allow some margin.`
        : 'None here are clearly skewed.'),
  );
}
