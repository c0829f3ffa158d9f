// What the map itself says, in both languages.

const texts = {
  loading: ['正在加载三维地图…', 'Loading the 3D map…'],
  connecting: ['正在连接实时数据…', 'Connecting to live data…'],
  lost: ['实时数据连接中断，正在重连…', 'Live data lost, reconnecting…'],
  lagging: ['网络较慢，部分画面已跳过', 'Slow connection: some updates were skipped'],
  noWebgl: ['此浏览器无法显示三维地图（需要 WebGL 2）。列表与操作不受影响。',
    'This browser cannot show the 3D map (WebGL 2 is needed). Lists and actions still work.'],
  noCity: ['无法读取该辖区的地图数据。', 'The map data of this district could not be read.'],
  nearer: ['放大', 'Zoom in'],
  farther: ['缩小', 'Zoom out'],
  north: ['正北朝上', 'North up'],
  whole: ['全区', 'Whole district'],
  broken: ['地图绘制出错，已停止。刷新页面可恢复。', 'Drawing the map failed and has stopped. Reload the page to bring it back.'],
};

/** The text of a message: lang is zh or en. */
export const say = (name, lang) => texts[name][lang === 'en' ? 1 : 0];
