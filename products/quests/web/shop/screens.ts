import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import { defineScreen, type ScreenDefinition } from '#platform/web';

export const shopScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/shop',
    title: { ru: 'Магазин', en: 'Shop' },
    access: 'public',
    nav: { icon: StorefrontOutlined, order: 45 },
    load: async () => (await import('./merch/shop-screen.tsx')).ShopScreen,
  }),
  defineScreen({
    path: '/shop/cart',
    title: { ru: 'Корзина', en: 'Cart' },
    access: 'public',
    load: async () => (await import('./cart/cart-screen.tsx')).CartScreen,
  }),
  defineScreen({
    path: '/shop/checkout',
    title: { ru: 'Оформление заказа', en: 'Checkout' },
    access: 'signed-in',
    load: async () => (await import('./checkout/merch-checkout-screen.tsx')).MerchCheckoutScreen,
  }),
  defineScreen({
    path: '/shop/:id',
    title: { ru: 'Товар', en: 'Article' },
    access: 'public',
    load: async () => (await import('./merch/article-screen.tsx')).ArticleScreen,
  }),
  defineScreen({
    path: '/orders',
    title: { ru: 'Мои заказы', en: 'My orders' },
    access: 'signed-in',
    nav: { icon: ReceiptLongOutlined, order: 15, section: 'account' },
    load: async () => (await import('./orders/orders-screen.tsx')).OrdersScreen,
  }),
  defineScreen({
    path: '/orders/:id',
    title: { ru: 'Заказ', en: 'Order' },
    access: 'signed-in',
    load: async () => (await import('./orders/order-screen.tsx')).OrderScreen,
  }),
];
