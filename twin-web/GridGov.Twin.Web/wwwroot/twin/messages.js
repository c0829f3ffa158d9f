// What the map itself says, in both languages.

const texts = {
  loading: ['正在加载三维地图…', 'Loading the 3D map…'],
  connecting: ['正在连接实时数据…', 'Connecting to live data…'],
  lost: ['实时数据连接中断，正在重连…', 'Live data lost, reconnecting…'],
  lagging: ['网络较慢，部分画面已跳过', 'Slow connection: some updates were skipped'],
  noWebgl: ['此浏览器无法显示三维地图（需要 WebGL 2）。列表与操作不受影响。',
    'This browser cannot show the 3D map (WebGL 2 is needed). Lists and actions still work.'],
  noCity: ['无法读取该辖区的地图数据。', 'The map data of this district could not be read.'],
  ionRefused: ['Cesium ion 拒绝了所配置的令牌（Cesium:IonToken），未显示其地形与影像；地图其余部分不受影响。',
    'Cesium ion refused the configured token (Cesium:IonToken): its terrain and imagery are not shown. The rest of the map is not affected.'],
  noIon: ['无法从 Cesium ion 取得地形与影像；地图其余部分不受影响。', 'Terrain and imagery could not be had from Cesium ion. The rest of the map is not affected.'],
  nearer: ['放大', 'Zoom in'],
  farther: ['缩小', 'Zoom out'],
  north: ['正北朝上', 'North up'],
  whole: ['全区', 'Whole district'],
  broken: ['地图绘制出错，已停止。刷新页面可恢复。', 'Drawing the map failed and has stopped. Reload the page to bring it back.'],
};

/** The text of a message: lang is zh or en. */
export const say = (name, lang) => texts[name][lang === 'en' ? 1 : 0];
